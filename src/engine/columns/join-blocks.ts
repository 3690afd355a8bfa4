import type { CodedColumn, Collection, Column, ColumnsOf } from './collection.ts';
import { Dictionaries } from './dictionaries.ts';
import { carryOver, type SameStretch } from './per-collection.ts';
import { type BlockColumn, type RowBlock, readBlock } from './row-block.ts';
import type { ColumnDescription, TableDescription } from './table-description.ts';
import { TextColumn } from './text-column.ts';

/** Rows `from` to `to`, which is not in it, of a block. */
export interface BlockSlice {
  readonly block: RowBlock;
  readonly from: number;
  readonly to: number;
}

/** Makes a collection of slices in the list's order. `total` is what the server said last; left out, the rows are all there is. */
export function joinSlices<Table extends TableDescription>(
  slices: readonly BlockSlice[],
  dictionaries: Dictionaries<Table>,
  total?: number,
): Collection<Table> {
  const { table } = dictionaries;
  const count = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  const columns: Record<string, Column> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    const joined = joinColumn(slices, { name, column, count });
    columns[name] =
      joined instanceof Uint32Array
        ? ({ codes: joined, values: dictionaries.of(name).values() } satisfies CodedColumn)
        : joined;
  }
  // The columns of a description are made by their kinds, as `ColumnsOf` says.
  return { table, count, total: total ?? count, columns: columns as ColumnsOf<Table> };
}

/** Makes a collection of rows in the list's ascending order. `total` is what the server said last; left out, the rows are all there is. */
export function collectionOf<Table extends TableDescription>(
  table: Table,
  rows: readonly unknown[],
  total = rows.length,
): Collection<Table> {
  const dictionaries = new Dictionaries(table);
  return joinSlices([{ block: readBlock(rows, dictionaries), from: 0, to: rows.length }], dictionaries, total);
}

interface Joined {
  readonly name: string;
  readonly column: ColumnDescription;
  readonly count: number;
}

function joinColumn(slices: readonly BlockSlice[], { name, column, count }: Joined): BlockColumn {
  switch (column.kind) {
    case 'text':
      return column.isPacked ? joinPacked(slices, name) : joinTexts(slices, name, count);
    case 'any':
      return joinPacked(slices, name);
    case 'coded':
      return fill(new Uint32Array(count), slices, name);
    case 'boolean':
      return fill(new Uint8Array(count), slices, name);
    default:
      return fill(new Float64Array(count), slices, name);
  }
}

/** A row of a block has all its columns, each as its kind says. */
function joinTexts(slices: readonly BlockSlice[], name: string, count: number): (string | null)[] {
  const joined = new Array<string | null>(count);
  let next = 0;
  for (const { block, from, to } of slices) {
    const column = block.columns[name] as readonly (string | null)[];
    for (let row = from; row < to; row += 1) joined[next++] = column[row] as string | null;
  }
  return joined;
}

function joinPacked(slices: readonly BlockSlice[], name: string): TextColumn {
  return TextColumn.join(
    slices.map(({ block, from, to }) => ({ column: block.columns[name] as TextColumn, from, to })),
  );
}

function fill<Numbers extends Float64Array | Uint32Array | Uint8Array>(
  joined: Numbers,
  slices: readonly BlockSlice[],
  name: string,
): Numbers {
  let next = 0;
  for (const { block, from, to } of slices) {
    joined.set((block.columns[name] as Numbers).subarray(from, to), next);
    next += to - from;
  }
  return joined;
}

/** A collection, and what it was made of. */
export interface JoinedCollection {
  readonly collection: Collection;
  readonly slices: readonly BlockSlice[];
}

/** Makes collections of one list as it grows: each begins with what was worked out of the one before. */
export class CollectionJoiner {
  readonly dictionaries: Dictionaries;
  #last: JoinedCollection | undefined;

  constructor(dictionaries: Dictionaries, last?: JoinedCollection) {
    this.dictionaries = dictionaries;
    this.#last = last;
  }

  /** The collection of slices in the list's order, with `about` beside its columns. */
  join<About extends { readonly total: number }>(slices: readonly BlockSlice[], about: About): Collection & About {
    const collection = { ...joinSlices(slices, this.dictionaries), ...about };
    if (this.#last !== undefined) {
      carryOver(this.#last.collection, collection, sameStretches(this.#last.slices, slices));
    }
    this.#last = { collection, slices };
    return collection;
  }
}

/** Which rows of a collection were in one before, by the blocks that both are made of: in the order of the rows. */
export function sameStretches(before: readonly BlockSlice[], after: readonly BlockSlice[]): SameStretch[] {
  const places = new Map<BlockSlice['block'], (BlockSlice & { readonly start: number })[]>();
  let start = 0;
  for (const slice of before) {
    places.set(slice.block, [...(places.get(slice.block) ?? []), { ...slice, start }]);
    start += slice.to - slice.from;
  }
  const stretches: SameStretch[] = [];
  let at = 0;
  for (const { block, from, to } of after) {
    for (const then of places.get(block) ?? []) {
      const [first, last] = [Math.max(from, then.from), Math.min(to, then.to)];
      if (first < last) {
        addStretch(stretches, {
          from: then.start + first - then.from,
          to: then.start + last - then.from,
          at: at + first - from,
        });
      }
    }
    at += Math.max(0, to - from);
  }
  return stretches;
}

/** One that goes on where the last one ends makes it longer. */
function addStretch(stretches: SameStretch[], next: SameStretch): void {
  const last = stretches.at(-1);
  if (last !== undefined && last.to === next.from && last.at + last.to - last.from === next.at) {
    stretches[stretches.length - 1] = { ...last, to: next.to };
  } else {
    stretches.push(next);
  }
}
