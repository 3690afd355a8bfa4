import { maxTextChars } from '../../contract/plain-page.ts';
import type { Collection } from './collection.ts';
import { parseIsoMs } from './iso-time.ts';
import type { Rule } from './problem.ts';
import type { RowCodes } from './row-codes.ts';
import { TextColumn } from './text-column.ts';

/**
 * Rows that stand next to each other in the list, by columns, as a `Collection` has them; codes are those of the `RowCodes` that it
 * was read with. A row that has no id is in it with the id `''`: it has a place in the list.
 */
export interface RowBlock {
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly (string | null)[];
  readonly title: TextColumn;
  readonly actRunId: TextColumn;
  readonly ownerCodes: Uint32Array;
  readonly actIdCodes: Uint32Array;
  readonly generalAccessCodes: Uint32Array;
  readonly createdAtMs: Float64Array;
  readonly modifiedAtMs: Float64Array;
  readonly accessedAtMs: Float64Array;
  readonly itemCount: Float64Array;
  readonly cleanItemCount: Float64Array;
  /** The rows that break a rule, by rule; a row may stand there twice. */
  readonly flaws: ReadonlyMap<Rule, readonly number[]>;
}

/** A collection as one block; its codes are those of `RowCodes.of(collection)`. */
export function blockOf(collection: Collection): RowBlock {
  const { owner, actId, generalAccess, total: _total, ...columns } = collection;
  return {
    ...columns,
    ownerCodes: owner.codes,
    actIdCodes: actId.codes,
    generalAccessCodes: generalAccess.codes,
    flaws: new Map(),
  };
}

/**
 * Reads rows as the API answers them, or as a server does that breaks its rules: what is missing or of another type becomes `null`,
 * `NaN` or `''`, and is noted in `flaws`. By hand, and not with the schema of a page: a million rows are read so.
 */
export function readBlock(items: readonly unknown[], codes: RowCodes): RowBlock {
  const reader = new RowReader(items.length, codes);
  for (let row = 0; row < items.length; row++) reader.read(items[row], row);
  const { title, actRunId } = reader.block;
  return { ...reader.block, title: TextColumn.of(title), actRunId: TextColumn.of(actRunId) };
}

const noFields: Readonly<Record<string, unknown>> = {};

class RowReader {
  readonly block: ReturnType<typeof emptyBlock>;
  readonly #codes: RowCodes;

  constructor(count: number, codes: RowCodes) {
    this.block = emptyBlock(count);
    this.#codes = codes;
  }

  read(item: unknown, row: number): void {
    // Any object may be read by names; the values are checked one by one.
    const fields = typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : noFields;
    const { block } = this;
    block.id[row] = this.#required('id', fields.id, row);
    // One that cannot be here has no other problems.
    if (block.id[row] === '') return;
    block.name[row] = this.#text(fields.name, row);
    block.title[row] = this.#text(fields.title, row);
    block.actRunId[row] = this.#text(fields.actRunId, row);
    block.ownerCodes[row] = this.#codes.owner(
      this.#required('owner', fields.userId, row),
      this.#text(fields.username, row),
    );
    block.actIdCodes[row] = this.#codes.actor(this.#text(fields.actId, row));
    block.generalAccessCodes[row] = this.#codes.access(this.#text(fields.generalAccess, row));
    block.createdAtMs[row] = this.#time('createdAt', fields.createdAt, row);
    block.modifiedAtMs[row] = this.#time('modifiedAt', fields.modifiedAt, row);
    block.accessedAtMs[row] = this.#time('accessedAt', fields.accessedAt, row);
    block.itemCount[row] = this.#count(fields.itemCount, row);
    block.cleanItemCount[row] = this.#count(fields.cleanItemCount, row);
  }

  #flaw(rule: Rule, row: number): void {
    const rows = this.block.flaws.get(rule);
    if (rows === undefined) this.block.flaws.set(rule, [row]);
    else rows.push(row);
  }

  #required(rule: 'id' | 'owner', value: unknown, row: number): string {
    if (typeof value === 'string' && value !== '') return this.#short(value, row);
    this.#flaw(rule, row);
    return '';
  }

  #text(value: unknown, row: number): string | null {
    if (typeof value === 'string') return this.#short(value, row);
    if (value !== null && value !== undefined) this.#flaw('text', row);
    return null;
  }

  #short(value: string, row: number): string {
    if (value.length <= maxTextChars) return value;
    this.#flaw('long', row);
    // Through JSON, since a part of a string keeps all of it in memory.
    return JSON.parse(JSON.stringify(`${value.slice(0, maxTextChars)}…`)) as string;
  }

  #time(rule: 'createdAt' | 'modifiedAt' | 'accessedAt', value: unknown, row: number): number {
    const timeMs = typeof value === 'string' ? parseIsoMs(value) : Number.NaN;
    if (Number.isNaN(timeMs)) this.#flaw(rule, row);
    return timeMs;
  }

  #count(value: unknown, row: number): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.#flaw('count', row);
    return Number.NaN;
  }
}

function emptyBlock(count: number) {
  const texts = (): (string | null)[] => new Array<string | null>(count).fill(null);
  return {
    count,
    id: new Array<string>(count).fill(''),
    name: texts(),
    title: texts(),
    actRunId: texts(),
    ownerCodes: new Uint32Array(count),
    actIdCodes: new Uint32Array(count),
    generalAccessCodes: new Uint32Array(count),
    createdAtMs: new Float64Array(count),
    modifiedAtMs: new Float64Array(count),
    accessedAtMs: new Float64Array(count),
    itemCount: new Float64Array(count),
    cleanItemCount: new Float64Array(count),
    flaws: new Map<Rule, number[]>(),
  };
}
