import { type Collection, columnOf } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { countBins } from '../../../engine/facets/facet-counts.ts';
import { binsOf, type NumberBin, numberBins } from '../../../engine/facets/number-bins.ts';
import { summaryOf } from '../../../engine/facets/summary-of.ts';
import { type TimeBuckets, timeBuckets } from '../../../engine/facets/time-buckets.ts';
import { matchRows, type RowMatch } from '../../../engine/match/match-rows.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import type { Term } from '../../../engine/query/query-language.ts';
import { askedTime } from '../../../engine/query/range-terms.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';

/** What the charts are of. */
export interface ChartsQuestion extends Asker {
  /** The text of the search field. */
  readonly q: string;
  /** The most stretches that the timeline has room for. */
  readonly maxBuckets: number;
}

/** Datasets whose number of items is in a range. */
export interface ItemsCount extends NumberBin {
  readonly count: number;
  /** Whether the query lets any of them through. */
  readonly isIn: boolean;
}

/** What a search finds, over time and by numbers of items. */
export interface ChartsAnswer {
  readonly time: TimeBuckets;
  /** In order, without gaps. Those that only the query's own `items:` terms keep out are counted: a reader sees what else there is. */
  readonly items: readonly ItemsCount[];
  /** Datasets that match. */
  readonly matching: number;
}

/** Counts what a search finds by when it was created and by how many items it has. */
export function answerCharts(collection: Collection, question: ChartsQuestion, nowMs: number): ChartsAnswer {
  const { q, maxBuckets } = question;
  const { terms } = parseQuery(q, languageOf(collection.table));
  const reader = readerOf(question, nowMs);
  const match = matchRows(collection, terms, reader);
  const rows = matchingRows(match);
  const range = shownTime(collection, { rows, terms, nowMs: reader.nowMs });
  return {
    time: timeBuckets(collection, { rows, maxBuckets, ...(range && { range }) }),
    items: itemsCounts(collection, { match, rows }),
    matching: match.count,
  };
}

function matchingRows({ states, count }: RowMatch): Uint32Array {
  const rows = new Uint32Array(count);
  let place = 0;
  for (let row = 0; row < states.length; row += 1) {
    if (states[row] !== 0) continue;
    rows[place] = row;
    place += 1;
  }
  return rows;
}

/** All of the time that was asked for, also where nothing was created in it; open ends are those of the rows. */
function shownTime(
  collection: Collection,
  options: { readonly rows: Uint32Array; readonly terms: readonly Term[]; readonly nowMs: number },
): { firstMs: number; lastMs: number } | undefined {
  const { rows, terms, nowMs } = options;
  const limits = askedTime(terms, keyOf(collection, collection.table.time), nowMs);
  if (limits === undefined) return undefined;
  const sums = summaryOf(collection, rows);
  const firstMs = Number.isFinite(limits.firstMs) ? limits.firstMs : sums.firstMs;
  const lastMs = Number.isFinite(limits.lastMs) ? limits.lastMs : sums.lastMs;
  return firstMs === undefined || lastMs === undefined ? undefined : { firstMs, lastMs };
}

/** The query key of a column that is drawn. */
function keyOf({ table }: Collection, name: string): string {
  return columnOf(table, name).query?.key ?? name;
}

function itemsCounts(
  collection: Collection,
  { match, rows }: { readonly match: RowMatch; readonly rows: Uint32Array },
): ItemsCount[] {
  const { amount } = collection.table.charts;
  const counts = countBins(collection, match, keyOf(collection, amount));
  const through = new Uint8Array(counts.length);
  const bins = binsOf(collection, amount);
  for (let at = 0; at < rows.length; at += 1) through[bins[rows[at] ?? 0] ?? 0] = 1;
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  if (first < 0) return [];
  return numberBins.slice(first, last + 1).map((bin, index) => ({
    ...bin,
    count: counts[first + index] ?? 0,
    isIn: through[first + index] === 1,
  }));
}
