import type { BlockSlice } from '../../../engine/columns/join-blocks.ts';
import type { RowBlock } from '../../../engine/columns/row-block.ts';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { ProblemLog } from '../fetch/problem.ts';

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
export function keepRows(slices: readonly BlockSlice[], table: TableDescription, nowMs: number): KeptRows {
  const rows = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  const scan = new Scan({ table, nowMs, rows });
  for (const slice of slices) scan.add(slice);
  return scan;
}

class Scan implements KeptRows {
  readonly slices: BlockSlice[] = [];
  readonly problems: ProblemLog;
  repeated = 0;
  readonly #ids: IdTable;
  readonly #latestMs: number;
  #lastCreatedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: { readonly table: TableDescription; readonly nowMs: number; readonly rows: number }) {
    const { table, nowMs, rows } = options;
    this.problems = new ProblemLog(table);
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
    const isIn = (row: number) => row >= from && row < to;
    const idOf = (row: number) => block.ids[row] ?? '';
    for (const [field, rows] of block.flaws) {
      for (const row of rows) if (isIn(row)) this.problems.noteField(field, idOf(row));
    }
    const cut = [...new Set(block.cut)].sort((one, other) => one - other);
    for (const row of cut) if (isIn(row)) this.problems.note('long', idOf(row));
  }

  #keeps(block: RowBlock, row: number): boolean {
    const id = block.ids[row] ?? '';
    if (id === '') return false;
    if (!this.#ids.add(id)) {
      this.repeated += 1;
      this.problems.note('repeated', id);
      return false;
    }
    this.#checkTime(id, block.timesMs[row] ?? Number.NaN);
    return true;
  }

  #checkTime(id: string, createdAtMs: number): void {
    if (createdAtMs < this.#lastCreatedAtMs) this.problems.note('order', id);
    if (createdAtMs < 0 || createdAtMs > this.#latestMs) this.problems.note('implausible', id);
    if (!Number.isNaN(createdAtMs)) this.#lastCreatedAtMs = createdAtMs;
  }
}

/**
 * Finds ids that come more than once. A set of strings does the same, but takes three times as long for a million of them: it is the
 * hash of each that costs, and the memory that its entries are scattered over.
 */
export class IdTable {
  readonly #ids: string[] = [];
  /** One more than the place in `#ids`, at the hash of the id or the next free slot after it; 0 is free. */
  #slots: Uint32Array;

  constructor(expected: number) {
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, 2 * expected))));
  }

  /** Adds an id; answers whether it is new. */
  add(id: string): boolean {
    if (2 * this.#ids.length >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(id);
    if (this.#slots[slot] !== 0) return false;
    this.#slots[slot] = this.#ids.push(id);
    return true;
  }

  #slotOf(id: string): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(id) & mask;
    for (let entry = slots[slot]; entry; entry = slots[slot]) {
      if (this.#ids[entry - 1] === id) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (const [at, id] of this.#ids.entries()) this.#slots[this.#slotOf(id)] = at + 1;
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The low bits alone choose the slot: they are mixed with the high ones.
  return hash ^ (hash >>> 15);
}
