import type { DatasetListItem } from '../../../contract/dataset.ts';
import { type Collection, idsOf } from '../../../engine/columns/collection.ts';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { type BlockSlice, collectionOf, joinSlices, sameStretches } from '../../../engine/columns/join-blocks.ts';
import { carryOver } from '../../../engine/columns/per-collection.ts';
import { blockOf, readBlock } from '../../../engine/columns/row-block.ts';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { type FetchOptions, PageFetcher } from '../fetch/page-fetcher.ts';
import { ProblemLog } from '../fetch/problem.ts';
import { listRow, refreshedRowsOf } from './refreshed-rows.ts';

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
  const ids = idsOf(collection);
  const { freshAfterMs } = options;
  const due = rows.filter((row) => !((refreshed.get(row)?.atMs ?? 0) > freshAfterMs));
  const fetcher = new PageFetcher(options, new ProblemLog(collection.table));
  const { signal } = fetcher;
  const reads = planRefresh(due, { maxRequests, pageRows }).map(async ({ offset, limit }) => {
    const { items } = await fetcher.fetch({ offset, limit }, { signal, onSend: () => {} });
    const atMs = fetcher.nowMs();
    for (const [at, item] of readItems(collection.table, items).entries()) {
      if (item.id !== '' && item.id === ids[offset + at]) refreshed.put(offset + at, { item, atMs });
    }
  });
  const ends = await Promise.allSettled(reads);
  return ends.some(({ status }) => status === 'fulfilled');
}

/** The rows of a page, or of what a server sends as one. */
function readItems(table: TableDescription, items: readonly unknown[]): DatasetListItem[] {
  const read = collectionOf(table, items);
  return items.map((_, row) => listRow(read, row));
}

/** The collection with what was read again of it in its columns; the same one where that is nothing new. */
export function withRefreshedRows(collection: Collection): Collection {
  const refreshed = refreshedRowsOf(collection);
  if (!refreshed.isAhead) return collection;
  const dictionaries = Dictionaries.of(collection);
  const block = blockOf(collection);
  const slices: BlockSlice[] = [];
  let from = 0;
  for (const [row, { item }] of refreshed.entries()) {
    slices.push({ block, from, to: row }, { block: readBlock([item], dictionaries), from: 0, to: 1 });
    from = row + 1;
  }
  slices.push({ block, from, to: collection.count });
  const next = { ...collection, ...joinSlices(slices, dictionaries, collection.total) };
  carryOver(collection, next, sameStretches([{ block, from: 0, to: collection.count }], slices));
  const carried = refreshedRowsOf(next);
  for (const [row, one] of refreshed.entries()) carried.put(row, one);
  carried.isAhead = false;
  return next;
}

/** Rows to ask for. */
export interface RefreshRead {
  readonly offset: number;
  readonly limit: number;
}

/** So near to each other, rows are read in one request also where more requests were allowed. */
const nearRows = 50;

/**
 * Which reads bring rows again that stand at these places of the list: few, each of `pageRows` at most, in ascending order. Rows that
 * are scattered further than `maxRequests` reach are left out, those first that stand alone.
 */
export function planRefresh(
  places: readonly number[],
  options: { readonly maxRequests: number; readonly pageRows: number },
): RefreshRead[] {
  const { maxRequests, pageRows } = options;
  const clusters = [...new Set(places)].sort((a, b) => a - b).map((place) => ({ first: place, last: place, rows: 1 }));
  for (;;) {
    const nearest = nearestPair(clusters, pageRows);
    if (nearest === undefined) break;
    const { at, gap } = nearest;
    if (clusters.length <= maxRequests && gap > nearRows) break;
    const [one, other] = clusters.slice(at, at + 2);
    if (one === undefined || other === undefined) break;
    clusters.splice(at, 2, { first: one.first, last: other.last, rows: one.rows + other.rows });
  }
  return clusters
    .sort((a, b) => b.rows - a.rows || a.first - b.first)
    .slice(0, maxRequests)
    .sort((a, b) => a.first - b.first)
    .map(({ first, last }) => ({ offset: first, limit: last + 1 - first }));
}

/** The two neighbours that are nearest to each other and fit into one page. */
function nearestPair(
  clusters: readonly { readonly first: number; readonly last: number }[],
  pageRows: number,
): { readonly at: number; readonly gap: number } | undefined {
  let nearest: { readonly at: number; readonly gap: number } | undefined;
  for (const [at, { first, last }] of clusters.entries()) {
    const next = clusters[at + 1];
    if (next === undefined || next.last + 1 - first > pageRows) continue;
    const gap = next.first - last;
    if (nearest === undefined || gap < nearest.gap) nearest = { at, gap };
  }
  return nearest;
}
