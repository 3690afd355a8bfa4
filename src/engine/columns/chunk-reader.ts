import type { Collection } from './collection.ts';
import { type Codes, codedColumns, type KeptChunk, type KeptList, numberColumns, textColumns } from './kept-format.ts';
import { isWhole, unpackTexts } from './packed-texts.ts';
import { TextColumn } from './text-column.ts';

/** Puts a collection together from its chunks, one after the other, so that no two of them are there at a time. */
export class ChunkReader {
  readonly #list: KeptList;
  readonly #columns: Columns;
  readonly #packed: Record<(typeof packedColumns)[number], TextColumn[]> = { title: [], actRunId: [] };
  #rows = 0;
  #isSound = true;

  constructor(list: KeptList) {
    this.#list = list;
    this.#columns = emptyColumns(list.count);
  }

  /** Adds the next chunk, of so many rows. Answers whether it is what it should be; if not, nothing comes of the whole. */
  add(chunk: unknown, rows: number): boolean {
    this.#isSound &&= this.#rows + rows <= this.#list.count && isChunk(chunk, rows) && this.#take(chunk);
    this.#rows += rows;
    return this.#isSound;
  }

  /** The collection; `undefined` when something of it is missing or was spoilt. */
  finish(): Collection | undefined {
    const { count, owners, actIds, generalAccesses } = this.#list;
    if (!this.#isSound || this.#rows !== count) return undefined;
    const { id, owner, actId, generalAccess, ...columns } = this.#columns;
    const joined = (columnsOf: readonly TextColumn[]) =>
      TextColumn.join(columnsOf.map((column) => ({ column, from: 0, to: column.length })));
    return {
      ...columns,
      title: joined(this.#packed.title),
      actRunId: joined(this.#packed.actRunId),
      // No chunk was taken that had a row without one.
      id: id as string[],
      count,
      total: count,
      owner: { codes: owner, values: owners },
      actId: { codes: actId, values: actIds },
      generalAccess: { codes: generalAccess, values: generalAccesses },
    };
  }

  #take(chunk: KeptChunk): boolean {
    if (chunk.id.lengths.some((length) => length < 0)) return false;
    const from = this.#rows;
    for (const name of numberColumns) this.#columns[name].set(chunk[name], from);
    const { owners, actIds, generalAccesses } = this.#list;
    const values = { owner: owners.length, actId: actIds.length, generalAccess: generalAccesses.length };
    for (const name of codedColumns) {
      if (chunk[name].some((code) => code >= values[name])) return false;
      this.#columns[name].set(chunk[name], from);
    }
    for (const name of packedColumns) {
      const { text, lengths } = chunk[name];
      if (!isWhole(chunk[name])) return false;
      this.#packed[name].push(TextColumn.ofLengths(text, lengths));
    }
    return unpackTexts(chunk.id, this.#columns.id, from) && unpackTexts(chunk.name, this.#columns.name, from);
  }
}

/** What stays packed, as it is kept. */
const packedColumns = ['title', 'actRunId'] as const;

type Columns = ReturnType<typeof emptyColumns>;

function emptyColumns(count: number) {
  const texts = () => new Array<string | null>(count);
  const codes = () => new Uint32Array(count);
  const numbers = () => new Float64Array(count);
  return {
    id: texts(),
    name: texts(),
    owner: codes(),
    actId: codes(),
    generalAccess: codes(),
    createdAtMs: numbers(),
    modifiedAtMs: numbers(),
    accessedAtMs: numbers(),
    itemCount: numbers(),
    cleanItemCount: numbers(),
  };
}

function isChunk(value: unknown, rows: number): value is KeptChunk {
  const columns = fieldsOf(value);
  return (
    textColumns.every((name) => {
      const { text, lengths } = fieldsOf(columns[name]);
      return typeof text === 'string' && lengths instanceof Int32Array && lengths.length === rows;
    }) &&
    codedColumns.every((name) => isCodes(columns[name]) && columns[name].length === rows) &&
    numberColumns.every((name) => columns[name] instanceof Float64Array && columns[name].length === rows)
  );
}

function isCodes(value: unknown): value is Codes {
  return value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;
}

const noFields: Readonly<Record<string, unknown>> = {};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // Any object may be read by names; the values are checked one by one.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : noFields;
}
