import type { DatasetListItem } from '../../contract/dataset.ts';
import type { Collection } from './collection.ts';
import { joinSlices } from './join-blocks.ts';
import { readBlock } from './row-block.ts';
import { RowCodes } from './row-codes.ts';

/**
 * Makes a collection of rows in the API's ascending order. `total` is what the server said last; left out, the rows are all there is.
 */
export function collectionOf(rows: readonly DatasetListItem[], total = rows.length): Collection {
  const codes = new RowCodes();
  return joinSlices([{ block: readBlock(rows, codes), from: 0, to: rows.length }], codes, total);
}
