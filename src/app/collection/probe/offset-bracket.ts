/** A row that a probe has seen. */
interface SeenRow {
  readonly offset: number;
  readonly key: number;
}

/** So many probes in a row may leave more than half of the rows, before the rest is halved. */
const maxSlowProbes = 3;

/** Between which offsets the first good row of a list must be, by what has been seen of it, and where to look next. */
export class OffsetBracket {
  readonly #key: number;
  /** Bad, and so are all rows before it. */
  #low: SeenRow | undefined;
  /** Good, and so are all rows after it. */
  #high: SeenRow | undefined;
  /** Ends of before, the latest last: they say how the keys grow. */
  #seen: SeenRow[] = [];
  #total = 0;
  /** Rows that a probe brings. */
  #size = 1;
  #slowProbes = 0;

  /** `key`: the least that is good. */
  constructor(key: number) {
    this.#key = key;
  }

  /** Takes in rows that are all good or all bad. What contradicts them is of a list that has changed, and is forgotten. */
  learn({ total, offset, keys }: ProbedRows): void {
    // Until both ends are seen, nothing can have come near.
    const before = this.#low === undefined || this.#high === undefined ? undefined : this.#rowsLeft();
    this.#total = total;
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) {
      this.#high = undefined;
      return;
    }
    this.#size = keys.length;
    if (first >= this.#key) this.#learnGood({ offset, key: first });
    else this.#learnBad({ offset: offset + keys.length - 1, key: last });
    const isSlow = before !== undefined && this.#rowsLeft() > before / 2;
    this.#slowProbes = isSlow ? this.#slowProbes + 1 : 0;
  }

  /** Whether rows end the search that show only one side: where a probe brings one row, no more can be had. */
  isClosedBy({ offset, keys }: ProbedRows): boolean {
    const [only] = keys;
    return keys.length === 1 && only !== undefined && only >= this.#key && this.#low?.offset === offset - 1;
  }

  /** Where to probe next: what shows both sides when little is left, else where the first good row should be. */
  next(): number {
    const [low, high] = [this.#low, this.#high];
    if (low === undefined) return 0;
    const end = this.#total - 1;
    if (high === undefined) return Math.max(0, Math.min(Math.max(this.#total - this.#size, low.offset), end));
    // A single row never shows both sides.
    const least = this.#size > 1 ? low.offset : low.offset + 1;
    const most = Math.max(least, high.offset - this.#size + 1);
    const isSlow = this.#slowProbes >= maxSlowProbes;
    const expected = isSlow ? (low.offset + high.offset) / 2 : this.#expected(low, high);
    const centred = Math.round(expected - this.#size / 2);
    return Math.max(0, Math.min(Math.max(centred, least), most, end));
  }

  #learnGood(row: SeenRow): void {
    if (this.#high !== undefined) this.#seen.push(this.#high);
    this.#high = row;
    if (this.#low !== undefined && this.#low.offset >= row.offset) this.#low = undefined;
  }

  #learnBad(row: SeenRow): void {
    if (this.#low !== undefined) this.#seen.push(this.#low);
    this.#low = row;
    if (this.#high !== undefined && this.#high.offset <= row.offset) this.#high = undefined;
  }

  /** The offset that the wanted key should have: by a curve through the ends and those before, or where that leaves them, by a line. */
  #expected(low: SeenRow, high: SeenRow): number {
    for (const more of [2, 1, 0]) {
      const offset = offsetOn([low, high, ...this.#seen.slice(this.#seen.length - more)], this.#key);
      if (offset >= low.offset && offset <= high.offset) return offset;
    }
    return (low.offset + high.offset) / 2;
  }

  #rowsLeft(): number {
    return (this.#high?.offset ?? this.#total) - (this.#low?.offset ?? -1);
  }
}

/** The offset of a key on the polynomial through some rows (Lagrange), `NaN` when two of them have the same key. */
function offsetOn(rows: readonly SeenRow[], key: number): number {
  return rows.reduce((sum, row) => {
    const others = rows.filter((other) => other !== row);
    const share = others.reduce((product, other) => (product * (key - other.key)) / (row.key - other.key), 1);
    return sum + row.offset * share;
  }, 0);
}

/** What a probe of a list has seen: some rows in a row, by the key that the list is ordered by. */
export interface ProbedRows {
  /** Rows that the list has. */
  readonly total: number;
  /** Rows before the first of `keys`. */
  readonly offset: number;
  /** Never falling; empty where the list has no rows any more. */
  readonly keys: readonly number[];
}
