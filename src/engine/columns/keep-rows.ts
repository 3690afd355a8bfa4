import { IdTable } from './id-table.ts';
import type { BlockSlice } from './join-blocks.ts';
import { ProblemLog } from './problem.ts';
import type { RowBlock } from './row-block.ts';

/** Slices without what cannot be in a collection, and what is wrong with the rows that they had. */
export interface KeptRows {
  readonly slices: readonly BlockSlice[];
  /** Rows that have an id that came before. */
  readonly repeated: number;
  readonly problems: ProblemLog;
}

/** A clock that is wrong by less than this is no problem of the server's. */
const clockSkewMs = 86_400_000;

/** Leaves out rows without an id and those whose id came before, so that none is there twice. `nowMs` is now. */
export function keepRows(slices: readonly BlockSlice[], nowMs: number): KeptRows {
  const rows = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  const scan = new Scan(nowMs, rows);
  for (const slice of slices) scan.add(slice);
  return scan;
}

class Scan implements KeptRows {
  readonly slices: BlockSlice[] = [];
  readonly problems = new ProblemLog();
  repeated = 0;
  readonly #ids: IdTable;
  readonly #latestMs: number;
  #lastCreatedAtMs = Number.NEGATIVE_INFINITY;

  constructor(nowMs: number, rows: number) {
    this.#ids = new IdTable(rows);
    this.#latestMs = nowMs + clockSkewMs;
  }

  add({ block, from, to }: BlockSlice): void {
    let start = from;
    for (let row = from; row < to; row++) {
      if (this.#keeps(block, row)) continue;
      if (row > start) this.slices.push({ block, from: start, to: row });
      start = row + 1;
    }
    if (to > start) this.slices.push({ block, from: start, to });
    for (const [rule, rows] of block.flaws) {
      for (const row of new Set(rows)) if (row >= from && row < to) this.problems.note(rule, block.id[row] ?? '');
    }
  }

  #keeps(block: RowBlock, row: number): boolean {
    const id = block.id[row] ?? '';
    if (id === '') return false;
    if (!this.#ids.add(id)) {
      this.repeated += 1;
      this.problems.note('repeated', id);
      return false;
    }
    this.#checkTime(id, block.createdAtMs[row] ?? Number.NaN);
    return true;
  }

  #checkTime(id: string, createdAtMs: number): void {
    if (createdAtMs < this.#lastCreatedAtMs) this.problems.note('order', id);
    if (createdAtMs < 0 || createdAtMs > this.#latestMs) this.problems.note('implausible', id);
    if (!Number.isNaN(createdAtMs)) this.#lastCreatedAtMs = createdAtMs;
  }
}
