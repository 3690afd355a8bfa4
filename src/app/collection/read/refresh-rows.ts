import type { DatasetListItem } from '../../../contract/dataset.ts';
import { type Collection, rowOf } from '../../../engine/columns/collection.ts';
import { type BlockSlice, joinSlices } from '../../../engine/columns/join-blocks.ts';
import { carryOver } from '../../../engine/columns/per-collection.ts';
import { ProblemLog } from '../../../engine/columns/problem.ts';
import { blockOf, readBlock } from '../../../engine/columns/row-block.ts';
import { RowCodes } from '../../../engine/columns/row-codes.ts';
import { sameStretches } from '../../../engine/columns/same-stretches.ts';
import { type FetchOptions, PageFetcher } from './page-fetcher.ts';
import { planRefresh } from './plan-refresh.ts';
import { refreshedRowsOf } from './refreshed-rows.ts';

/** So many requests for the rows of one screen, however scattered they are in the list; all of them at a time. */
const maxRequests = 6;
/** CONTRACT: the most rows that a page has. */
const pageRows = 1000;

/**
 * Reads rows of a whole collection again, as far as few requests reach. A row that stands elsewhere by now, or is gone, is left as it
 * is, and so are those whose request fails or is given up. `freshAfterMs`: rows that were read since then are as they should be.
 * Answers whether anything was read.
 */
export async function refreshRows(
  collection: Collection,
  rows: readonly number[],
  options: FetchOptions & { readonly freshAfterMs: number },
): Promise<boolean> {
  const refreshed = refreshedRowsOf(collection);
  const { freshAfterMs } = options;
  const due = rows.filter((row) => !((refreshed.get(row)?.atMs ?? 0) > freshAfterMs));
  const fetcher = new PageFetcher(options, new ProblemLog());
  const { signal } = fetcher;
  const reads = planRefresh(due, { maxRequests, pageRows }).map(async ({ offset, limit }) => {
    const { items } = await fetcher.fetch({ offset, limit }, { signal, onSend: () => {} });
    const atMs = fetcher.nowMs();
    for (const [at, item] of readItems(items).entries()) {
      if (item.id !== '' && item.id === collection.id[offset + at]) refreshed.put(offset + at, { item, atMs });
    }
  });
  const ends = await Promise.allSettled(reads);
  return ends.some(({ status }) => status === 'fulfilled');
}

/** The rows of a page, or of what a server sends as one. */
function readItems(items: readonly unknown[]): DatasetListItem[] {
  const codes = new RowCodes();
  const read = joinSlices([{ block: readBlock(items, codes), from: 0, to: items.length }], codes);
  return items.map((_, row) => rowOf(read, row));
}

/** The collection with what was read again of it in its columns; the same one where that is nothing new. */
export function withRefreshedRows(collection: Collection): Collection {
  const refreshed = refreshedRowsOf(collection);
  if (!refreshed.isAhead) return collection;
  const codes = RowCodes.of(collection);
  const block = blockOf(collection);
  const slices: BlockSlice[] = [];
  let from = 0;
  for (const [row, { item }] of refreshed.entries()) {
    slices.push({ block, from, to: row }, { block: readBlock([item], codes), from: 0, to: 1 });
    from = row + 1;
  }
  slices.push({ block, from, to: collection.count });
  const next = { ...collection, ...joinSlices(slices, codes, collection.total) };
  carryOver(collection, next, sameStretches([{ block, from: 0, to: collection.count }], slices));
  const carried = refreshedRowsOf(next);
  for (const [row, one] of refreshed.entries()) carried.put(row, one);
  carried.isAhead = false;
  return next;
}
