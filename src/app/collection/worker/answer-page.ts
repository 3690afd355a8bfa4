import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { Collection } from '../../../engine/columns/collection.ts';
import { shownName } from '../../../engine/columns/shown-name.ts';
import { type CollectionAnswer, queryCollection } from '../../../engine/order/query-collection.ts';
import type { SortColumn, SortKey } from '../../../engine/order/sort-key.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';
import { datasetQuery } from '../../datasets/dataset-query.ts';
import { latestRowOf } from '../read/refreshed-rows.ts';

/** Which page of which answer. */
export interface PageQuestion extends Asker {
  readonly sort: readonly SortKey[];
  readonly desc: boolean;
  /** The text of the search field. */
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
}

/** An answer without the row numbers, which stay where the rows are. */
export interface PageAnswer extends Omit<CollectionAnswer, 'order'> {
  /** When each row was read, in ms since 1970, where that is later than the list was. */
  readonly refreshedAtMs: readonly (number | undefined)[];
  /** Whether a row has another value now than the one that it is sorted by. */
  readonly isOrderOld: boolean;
}

/** A page of what a search finds, in the order that is asked for. */
export function answerPage(collection: Collection, question: PageQuestion, nowMs: number): PageAnswer {
  const { offset, limit, sort } = question;
  const { order, rows, ...answer } = askRows(collection, question, nowMs);
  const latest = Array.from(order.page(offset, limit), (row) => latestRowOf(collection, row));
  return {
    ...answer,
    rows: latest.map(({ item }) => item),
    refreshedAtMs: latest.map(({ atMs }) => atMs),
    isOrderOld: latest.some(({ item }, at) =>
      sort.some(({ column }) => valueIn(item, column) !== valueIn(rows[at], column)),
    ),
  };
}

/** What a page answers with, and the numbers of all rows that it is a page of. */
export function askRows(collection: Collection, question: PageQuestion, nowMs: number): CollectionAnswer {
  const { sort, desc, q, offset, limit } = question;
  const filters = parseQuery(q, datasetQuery).terms;
  return queryCollection(collection, { sort, desc, filters, offset, limit, reader: readerOf(question, nowMs) });
}

function valueIn(item: DatasetListItem | undefined, column: SortColumn): unknown {
  if (column === 'owner') return item?.username;
  return column === 'name' ? item && shownName(item) : item?.[column];
}
