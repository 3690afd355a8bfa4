import type { Collection } from './collection.ts';
import type { RowBlock } from './row-block.ts';
import type { RowCodes } from './row-codes.ts';
import { TextColumn } from './text-column.ts';

/** Rows `from` to `to`, which is not in it, of a block. */
export interface BlockSlice {
  readonly block: RowBlock;
  readonly from: number;
  readonly to: number;
}

/** Makes a collection of slices in the list's order. `total` is what the server said last; left out, the rows are all there is. */
export function joinSlices(slices: readonly BlockSlice[], codes: RowCodes, total?: number): Collection {
  const count = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  const texts = <Text>(read: (block: RowBlock) => readonly Text[]): Text[] => {
    const joined = new Array<Text>(count);
    let next = 0;
    for (const { block, from, to } of slices) {
      const column = read(block);
      // A row of a block has all its columns.
      for (let row = from; row < to; row++) joined[next++] = column[row] as Text;
    }
    return joined;
  };
  const fill = <Column extends Float64Array | Uint32Array>(
    joined: Column,
    read: (block: RowBlock) => Column,
  ): Column => {
    let next = 0;
    for (const { block, from, to } of slices) {
      joined.set(read(block).subarray(from, to), next);
      next += to - from;
    }
    return joined;
  };
  const packed = (read: (block: RowBlock) => TextColumn): TextColumn =>
    TextColumn.join(slices.map(({ block, from, to }) => ({ column: read(block), from, to })));
  const numbers = (read: (block: RowBlock) => Float64Array) => fill(new Float64Array(count), read);
  const coded = (read: (block: RowBlock) => Uint32Array) => fill(new Uint32Array(count), read);
  const values = codes.values();
  return {
    count,
    total: total ?? count,
    id: texts((block) => block.id),
    name: texts((block) => block.name),
    title: packed((block) => block.title),
    actRunId: packed((block) => block.actRunId),
    owner: { codes: coded((block) => block.ownerCodes), values: values.owner },
    actId: { codes: coded((block) => block.actIdCodes), values: values.actId },
    generalAccess: { codes: coded((block) => block.generalAccessCodes), values: values.generalAccess },
    createdAtMs: numbers((block) => block.createdAtMs),
    modifiedAtMs: numbers((block) => block.modifiedAtMs),
    accessedAtMs: numbers((block) => block.accessedAtMs),
    itemCount: numbers((block) => block.itemCount),
    cleanItemCount: numbers((block) => block.cleanItemCount),
  };
}
