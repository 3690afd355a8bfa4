import type { Collection } from '../../../engine/columns/collection.ts';
import type { CollectionJoiner } from '../../../engine/columns/join-blocks.ts';
import { keepRows } from './keep-rows.ts';
import type { ListReader } from './list-reader.ts';
import { RowWindows } from './row-windows.ts';

/** How far a load is. */
export interface LoadProgress {
  /** Rows that are here. */
  readonly rows: number;
  /** Rows that the list has, by the last answer. */
  readonly total: number;
  /** Whether all rows have been read once, and are read again to be sure of them. */
  readonly isChecking: boolean;
  /** Requests sent. */
  readonly requests: number;
  /** Requests that it takes in all, as far as can be told now. */
  readonly expectedRequests: number;
  /** How long the rest takes at the pace until now, in ms. */
  readonly remainingMs: number;
  /** What is here, as a collection in the list's order with the list's `total`. It is made when it is asked for: not for free. */
  readonly partial: () => Collection;
}

/** Keeps account of a load, and tells of it. */
export class ProgressTeller {
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #startedAtMs: number;
  readonly #nowMs: () => number;
  readonly #joiner: CollectionJoiner;
  /** The reading that has most: while all is read again, what was read before is shown. */
  #most = new RowWindows();
  #mostRows = 0;

  constructor(options: {
    readonly onProgress: (progress: LoadProgress) => void;
    readonly nowMs: () => number;
    readonly joiner: CollectionJoiner;
  }) {
    this.#onProgress = options.onProgress;
    this.#nowMs = options.nowMs;
    this.#joiner = options.joiner;
    this.#startedAtMs = options.nowMs();
  }

  tell(reader: ListReader, windows: RowWindows): void {
    const covered = windows.covered();
    if (covered >= this.#mostRows || windows === this.#most) {
      this.#most = windows;
      this.#mostRows = covered;
    }
    const { requests, pausedMs } = reader.options.fetcher;
    const total = reader.total;
    const missing = Math.max(0, total - covered);
    // Each page shares a row with the one before.
    const left = Math.ceil(missing / Math.max(1, reader.pageRows - 1));
    const elapsedMs = this.#nowMs() - this.#startedAtMs - pausedMs;
    const [most, rows] = [this.#most, Math.min(this.#mostRows, total)];
    this.#onProgress({
      rows,
      total,
      isChecking: this.#mostRows >= total && this.#mostRows > covered,
      requests,
      expectedRequests: requests + left,
      remainingMs: (elapsedMs / Math.max(1, requests)) * left,
      partial: () =>
        this.#joiner.join(keepRows(most.slices(), this.#joiner.dictionaries.table, this.#nowMs()).slices, { total }),
    });
  }
}
