import type { DatasetListItem } from '../../../contract/dataset.ts';
import { type Collection, columnOf } from '../../../engine/columns/collection.ts';
import { fieldsOf, type TableDescription } from '../../../engine/columns/table-description.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { type CollectionAnswer, queryCollection } from '../../../engine/order/query-collection.ts';
import type { SortKey } from '../../../engine/order/sort-key.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';
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
export interface PageAnswer extends Omit<CollectionAnswer<DatasetListItem>, 'order'> {
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
  const shown = sort.map(({ column }) => shownFields(collection.table, column));
  return {
    ...answer,
    rows: latest.map(({ item }) => item),
    refreshedAtMs: latest.map(({ atMs }) => atMs),
    isOrderOld: latest.some(({ item }, at) =>
      shown.some((fields) => valueIn({ ...item }, fields) !== valueIn(rows[at] ?? {}, fields)),
    ),
  };
}

/** What a page answers with, and the numbers of all rows that it is a page of. */
export function askRows(collection: Collection, question: PageQuestion, nowMs: number): CollectionAnswer<Row> {
  const { sort, desc, q, offset, limit } = question;
  const filters = parseQuery(q, languageOf(collection.table)).terms;
  return queryCollection(collection, { sort, desc, filters, offset, limit, reader: readerOf(question, nowMs) });
}

type Row = Readonly<Record<string, unknown>>;

/** The fields of a row that its place in an order comes from. */
function shownFields(table: TableDescription, name: string): readonly string[] {
  const column = columnOf(table, name);
  return 'shows' in column && column.shows ? column.shows : fieldsOf(name, column);
}

/** Of several fields, the first one that has a text. Of what is no single value, its JSON. */
function valueIn(row: Row, fields: readonly string[]): unknown {
  const values = fields.map((field) => row[field] ?? null);
  const value = values.find((one) => typeof one === 'string' && one.trim() !== '') ?? values[0];
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
