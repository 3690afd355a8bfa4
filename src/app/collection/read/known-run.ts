import { endOf, type RowWindow, type RowWindows } from './row-windows.ts';

/**
 * Rows that stood next to each other in the list at some time before, though perhaps not all at the same time: each window of it was
 * read when the row that it shares with the one before still stood there.
 */
export class KnownRun {
  /** Where the run began in the list then, and ended. */
  readonly offset: number;
  readonly end: number;
  readonly #windows: readonly RowWindow[];

  constructor(windows: readonly RowWindow[]) {
    this.#windows = windows;
    this.offset = windows[0]?.offset ?? 0;
    const last = windows.at(-1);
    this.end = last === undefined ? this.offset : endOf(last);
  }

  /** The place that a row had then; `undefined` when it was not in the run. Relies on the order by creation. */
  placeOf(id: string, createdAtMs: number): number | undefined {
    let low = this.offset;
    let high = this.end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#rowAt(middle).createdAtMs < createdAtMs) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < this.end; place++) {
      const row = this.#rowAt(place);
      if (row.id === id) return place;
      if (row.createdAtMs !== createdAtMs) return undefined;
    }
    return undefined;
  }

  /** The rows from one place to another, which is not in it, as windows that stand `shift` places further on. */
  windows(from: number, to: number, shift: number): RowWindow[] {
    return this.#windows.flatMap((window) => {
      const start = Math.max(from, window.offset);
      const end = Math.min(to, endOf(window));
      if (start >= end) return [];
      const first = window.from + start - window.offset;
      return [{ block: window.block, from: first, to: first + end - start, offset: start + shift }];
    });
  }

  #rowAt(place: number): { id: string; createdAtMs: number } {
    let low = 0;
    let high = this.#windows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const window = this.#windows[middle];
      if (window !== undefined && endOf(window) <= place) low = middle + 1;
      else high = middle;
    }
    const window = this.#windows[low];
    const row = window === undefined ? 0 : window.from + place - window.offset;
    return { id: window?.block.ids[row] ?? '', createdAtMs: window?.block.timesMs[row] ?? Number.NaN };
  }
}

/** The runs of what is known: where two windows share a row, one goes on with the other. */
export function runsOf(windows: RowWindows): KnownRun[] {
  const runs: RowWindow[][] = [];
  let end = 0;
  for (const window of windows.sorted) {
    const run = runs.at(-1);
    if (run !== undefined && window.offset < end) run.push(window);
    else runs.push([window]);
    end = endOf(window);
  }
  return runs.map((run) => new KnownRun(run));
}
