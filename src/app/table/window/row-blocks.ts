import type { RowRange } from './row-window.ts';

/** Rows that were read, and how many the list has by now. */
export interface BlockAnswer<Row> {
  readonly rows: readonly Row[];
  /** Places of the list that they stand for: more than there are rows, where some cannot be shown. */
  readonly count: number;
  readonly total: number;
}

export interface RowBlocksOptions<Row> {
  /** Reads rows of the list; it may be given up. */
  readonly read: (offset: number, limit: number, signal: AbortSignal) => Promise<BlockAnswer<Row>>;
  /** Rows that are asked for together. */
  readonly blockRows: number;
  /** Rows that the list has, as far as is known. */
  readonly total: number;
  /** How long a place far from the one before must be wanted until it is asked for, in ms: who drags past it needs nothing there. */
  readonly settleMs: number;
  /** How long, in ms, the rows before may stay in sight until those asked for are there: a moment, and nothing is ever blank. */
  readonly holdMs: number;
  /** Rows that are here already. */
  readonly seed?: { readonly offset: number; readonly rows: readonly Row[] };
  /** What its rows stand in for, until they are read anew. */
  readonly before?: RowBlocks<Row> | undefined;
}

type Block<Row> =
  | { readonly state: 'there'; readonly rows: readonly Row[]; usedAt: number }
  | { readonly state: 'asked'; readonly abort: AbortController }
  | { readonly state: 'failed'; readonly failure: unknown };

const mostInFlight = 6;
const mostBlocks = 64;
/** Rows either side of those in sight that are asked for ahead of the scrolling. */
const aheadRows = 60;
/** A list that is never twice of the same length is not read again for ever. */
const mostAnews = 5;

/** The rows of a long list, read by and by: those in sight and around them, in blocks, of which the last used ones are kept. */
export class RowBlocks<Row> {
  readonly #options: RowBlocksOptions<Row>;
  readonly #blocks = new Map<number, Block<Row>>();
  readonly #listeners = new Set<() => void>();
  /** Rows of when the list had another length: shown until they are read again. */
  #old = new Map<number, readonly Row[]>();
  #before: RowBlocks<Row> | undefined;
  #total: number;
  #wanted: RowRange = { from: 0, to: 0 };
  #isPassing = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #uses = 0;
  #anews = 0;

  constructor(options: RowBlocksOptions<Row>) {
    this.#options = options;
    this.#total = options.total;
    this.#before = options.before;
    // One step back is enough: what was in sight has been read by then.
    if (this.#before !== undefined) this.#before.#before = undefined;
  }

  /** Rows that the list has, by the last answer. */
  get total(): number {
    return this.#total;
  }

  get holdMs(): number {
    return this.#options.holdMs;
  }

  /** Calls `listener` when rows have come, or will not come. Returns what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  rowAt(index: number): Row | undefined {
    const { blockRows, seed } = this.#options;
    const number = Math.floor(index / blockRows);
    const block = this.#blocks.get(number);
    const at = index - number * blockRows;
    const own = block?.state === 'there' ? block.rows[at] : undefined;
    return own ?? seed?.rows[index - seed.offset] ?? this.#old.get(number)?.[at] ?? this.#before?.rowAt(index);
  }

  /** Why a row could not be had, and the first row that could not for the same reason. */
  failureAt(index: number): { readonly failure: unknown; readonly from: number; readonly to: number } | undefined {
    const { blockRows } = this.#options;
    const number = Math.floor(index / blockRows);
    const block = this.#blocks.get(number);
    if (block?.state !== 'failed') return undefined;
    return { failure: block.failure, ...this.#rangeOf(number) };
  }

  /** Whether there is something to show of each of these rows. */
  isThere({ from, to }: RowRange): boolean {
    for (let index = from; index < to; index += 1) {
      if (this.rowAt(index) === undefined && this.failureAt(index) === undefined) return false;
    }
    return true;
  }

  /**
   * Says which rows are in sight: they are asked for, and what is far from them no more. The rows around them are asked for too,
   * unless the reader `isPassing`, on the way to another place.
   */
  want(range: RowRange, { isPassing } = { isPassing: false }): void {
    const { blockRows, settleMs } = this.#options;
    const before = this.#wanted;
    if (range.from === before.from && range.to === before.to && this.#isPassing === isPassing) return;
    this.#wanted = range;
    this.#isPassing = isPassing;
    const isFar = before.to > 0 && (range.to < before.from - blockRows || range.from > before.to + blockRows);
    if (isFar && settleMs > 0) this.#askOnceSettled();
    else if (this.#settling === undefined) this.#ask();
  }

  /** Asks again for rows that could not be had. */
  retry(index: number): void {
    const number = Math.floor(index / this.#options.blockRows);
    if (this.#blocks.get(number)?.state === 'failed') this.#blocks.delete(number);
    this.#ask();
    this.#tell();
  }

  /** Gives up what is being asked for. */
  close(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#wanted = { from: 0, to: 0 };
    for (const [number, block] of this.#blocks) {
      if (block.state === 'asked') this.#giveUp(number, block.abort);
    }
  }

  #askOnceSettled(): void {
    this.#drop();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      this.#ask();
    }, this.#options.settleMs);
  }

  #ask(): void {
    this.#drop();
    const inFlight = [...this.#blocks.values()].filter(({ state }) => state === 'asked').length;
    let free = mostInFlight - inFlight;
    for (const number of this.#numbersWanted()) {
      const block = this.#blocks.get(number);
      if (block?.state === 'there') block.usedAt = this.#uses++;
      else if (block === undefined && free > 0 && this.#isNeeded(number)) {
        free -= 1;
        void this.#read(number);
      }
    }
  }

  /** Rows of the seed need not be asked for again. */
  #isNeeded(number: number): boolean {
    const { seed } = this.#options;
    if (seed === undefined) return true;
    const { from, to } = this.#rangeOf(number);
    return this.#old.size > 0 || from < seed.offset || to > seed.offset + seed.rows.length;
  }

  /** Gives up what is asked for and not wanted any more. */
  #drop(): void {
    const wanted = new Set(this.#numbersWanted());
    for (const [number, block] of this.#blocks) {
      if (block.state === 'asked' && !wanted.has(number)) this.#giveUp(number, block.abort);
    }
  }

  #giveUp(number: number, abort: AbortController): void {
    this.#blocks.delete(number);
    abort.abort(new DOMException('The rows are not in sight any more.', 'AbortError'));
  }

  async #read(number: number): Promise<void> {
    const abort = new AbortController();
    this.#blocks.set(number, { state: 'asked', abort });
    const isWanted = () => {
      const now = this.#blocks.get(number);
      return now?.state === 'asked' && now.abort === abort;
    };
    try {
      const answer = await this.#readAll(number, abort.signal);
      if (!isWanted()) return;
      if (answer.total !== this.#total) this.#beginAnew(answer.total);
      this.#blocks.set(number, { state: 'there', rows: answer.rows, usedAt: this.#uses++ });
      this.#old.delete(number);
      this.#forget();
    } catch (failure) {
      if (!isWanted()) return;
      this.#blocks.set(number, { state: 'failed', failure });
    }
    this.#ask();
    this.#tell();
  }

  /** Reads a block, in several steps where the server gives fewer rows at a time. */
  async #readAll(number: number, signal: AbortSignal): Promise<BlockAnswer<Row>> {
    const { blockRows, read } = this.#options;
    const from = number * blockRows;
    const rows: Row[] = [];
    let count = 0;
    for (;;) {
      const answer = await read(from + count, blockRows - count, signal);
      rows.push(...answer.rows);
      count += answer.count;
      const isAll = count >= Math.min(blockRows, answer.total - from);
      if (isAll || answer.count === 0) return { rows, count, total: answer.total };
    }
  }

  /** The list has another length: every row may stand elsewhere. Those that are here stay in sight until they are read again. */
  #beginAnew(total: number): void {
    this.#total = total;
    this.#anews += 1;
    if (this.#anews > mostAnews) return;
    for (const [number, block] of this.#blocks) {
      if (block.state === 'there') this.#old.set(number, block.rows);
      if (block.state !== 'asked') this.#blocks.delete(number);
    }
  }

  #forget(): void {
    const there = [...this.#blocks].flatMap(([number, block]) => (block.state === 'there' ? [{ number, block }] : []));
    there.sort((a, b) => b.block.usedAt - a.block.usedAt);
    for (const { number } of there.slice(mostBlocks)) this.#blocks.delete(number);
  }

  /** The blocks of the rows in sight, then those around them. */
  #numbersWanted(): number[] {
    const { from, to } = this.#wanted;
    if (to <= from) return [];
    const inSight = this.#numbersOf(from, to);
    const aroundRows = this.#isPassing ? 0 : aheadRows;
    const around = this.#numbersOf(Math.max(0, from - aroundRows), to + aroundRows);
    return [...new Set([...inSight, ...around])];
  }

  #numbersOf(from: number, to: number): number[] {
    const { blockRows } = this.#options;
    const first = Math.floor(from / blockRows);
    const end = Math.ceil(Math.min(to, this.#total) / blockRows);
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  }

  #rangeOf(number: number): RowRange {
    const from = number * this.#options.blockRows;
    return { from, to: Math.min(this.#total, from + this.#options.blockRows) };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
