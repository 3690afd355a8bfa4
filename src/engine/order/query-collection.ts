import { type Collection, rowOf } from '../columns/collection.ts';
import { perCollection, RecentValues } from '../columns/per-collection.ts';
import { type RowOf, sortColumnsOf, type TableDescription } from '../columns/table-description.ts';
import { matchKey, matchRows } from '../match/match-rows.ts';
import type { Term } from '../query/query-language.ts';
import { nobody, type Reader } from '../query/reader.ts';
import { MatchingOrder } from './matching-order.ts';
import { parseSortKey, type SortKey } from './sort-key.ts';
import { orderKey, sortRows } from './sort-rows.ts';

/** What is asked of a collection. All of it may be left out: then it is the first thousand rows in the list's order. */
export interface CollectionQuery {
  /**
   * By which columns, the first one first; `-itemCount` is `{ column: 'itemCount', desc: true }`. Empty is the list's own order.
   */
  readonly sort?: readonly (SortKey | string)[];
  /** Turns the list's own order; without effect once `sort` says anything. */
  readonly desc?: boolean;
  /**
   * Words with white space between them, each of which must stand somewhere in the row, in any case and accent. They are plain: `-`,
   * `:`, `*` and quotes stand for themselves. The text of a search field is no such thing: `parseQuery` makes filters of it.
   */
  readonly search?: string;
  /** Conditions that must hold beside the words, as `parseQuery(text).terms` are. */
  readonly filters?: readonly Term[];
  /** Rows to leave out at the beginning. */
  readonly offset?: number;
  /** Rows to give at most. */
  readonly limit?: number;
  /** Needed for `owner:me` and for times that depend on today: without it they match nothing. */
  readonly reader?: Reader;
}

/** The answer, and what it covers. */
export interface CollectionAnswer<Row> {
  /** The rows from `offset` on, at most `limit`. */
  readonly rows: readonly Row[];
  /** Rows that match, of those that are loaded. */
  readonly matching: number;
  /** Rows that are loaded. */
  readonly covered: number;
  /** Rows that the list has: when it is more than `covered`, the answer is that of a part. */
  readonly total: number;
  /** The row numbers of all that match. */
  readonly order: MatchingOrder;
}

const defaultLimitRows = 1000;
const keptAnswers = 4;
const answersOf = perCollection(() => new RecentValues<MatchingOrder>(keptAnswers));

/**
 * Asks a collection. The answer to a part of a list is the answer to the whole of it, restricted to the rows that are there. What it
 * costs is paid once: other pages of the same answer are cut out of the same row numbers. Throws a `RangeError` for a column that there
 * is not.
 */
export function queryCollection<Table extends TableDescription>(
  collection: Collection<Table>,
  query: CollectionQuery = {},
): CollectionAnswer<RowOf<Table>> {
  const { offset = 0, limit = defaultLimitRows } = query;
  const order = matchingOrder(collection, query);
  const page = order.page(Math.max(0, Math.trunc(offset)), Math.max(0, Math.trunc(limit)));
  return {
    rows: Array.from(page, (row) => rowOf(collection, row)),
    matching: order.length,
    covered: collection.count,
    total: collection.total,
    order,
  };
}

function matchingOrder(collection: Collection, query: CollectionQuery): MatchingOrder {
  const { sort = [], desc = false, search = '', filters = [], reader = nobody } = query;
  const order = { sort: sort.map((key) => sortKeyOf(key, collection.table)), desc, locales: reader.locales ?? [] };
  const words = search.split(/\s+/).filter((word) => word !== '');
  const terms = [...words.map((text): Term => ({ key: 'word', not: false, text })), ...filters];
  const key = `${orderKey(order)} ${matchKey(terms, reader)}`;
  return answersOf(collection).get(key, () => {
    const match = terms.length === 0 ? undefined : matchRows(collection, terms, reader);
    return new MatchingOrder(sortRows(collection, order), match);
  });
}

function sortKeyOf(key: SortKey | string, table: TableDescription): SortKey {
  const form = typeof key === 'string' ? key : `${key.desc ? '-' : ''}${key.column}`;
  const known = parseSortKey(form, table);
  if (known !== undefined) return known;
  throw new RangeError(`There is no order "${form}". The columns: ${sortColumnsOf(table).join(', ')}.`);
}
