/** Row numbers of all that match, in order: worked out as far as they are asked for, for most who ask see the first page only. */
export class MatchingOrder {
  /** Rows that match. */
  readonly length: number;
  readonly #sorted: Uint32Array;
  readonly #states: Uint8Array;
  readonly #found: Uint32Array;
  #foundCount: number;
  /** How far `sorted` has been looked through. */
  #seen = 0;

  /** `sorted` are all rows. Of those `match` has 0 in `states` for the `count` that match; left out, all do. Neither may change. */
  constructor(sorted: Uint32Array, match?: { readonly states: Uint8Array; readonly count: number }) {
    this.#sorted = sorted;
    this.#states = match?.states ?? new Uint8Array();
    this.#found = match ? new Uint32Array(match.count) : sorted;
    this.#foundCount = match ? 0 : sorted.length;
    this.length = this.#found.length;
  }

  /** The rows from `offset` on, at most `limit`. Do not change them: they are kept. */
  page(offset: number, limit: number): Uint32Array {
    const end = Math.min(this.length, offset + limit);
    this.#find(end);
    return this.#found.subarray(offset, end);
  }

  /** All of them. Do not change them: they are kept. */
  all(): Uint32Array {
    return this.page(0, this.length);
  }

  #find(wanted: number): void {
    const [sorted, states, found] = [this.#sorted, this.#states, this.#found];
    let [seen, count] = [this.#seen, this.#foundCount];
    for (; count < wanted && seen < sorted.length; seen += 1) {
      const row = sorted[seen] ?? 0;
      if (states[row] !== 0) continue;
      found[count] = row;
      count += 1;
    }
    [this.#seen, this.#foundCount] = [seen, count];
  }
}
