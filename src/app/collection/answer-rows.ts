import type { DatasetListItem } from '../../contract/dataset.ts';
import { type Collection, rowOf } from './collection.ts';
import { parseQuery } from './parse-query.ts';
import { queryCollection } from './query-collection.ts';
import { type Asker, readerOf } from './reader-of.ts';
import type { SortKey } from './sort-key.ts';

/** Which rows of which answer. */
export interface RowsQuestion extends Asker {
  readonly sort: readonly SortKey[];
  readonly desc: boolean;
  /** The text of the search field. */
  readonly q: string;
  /** Their places in the answer, in any order and anywhere. */
  readonly places: readonly number[];
}

/** Some rows of an answer, each by its place; `undefined` where the answer has none. */
export function answerRows(
  collection: Collection,
  question: RowsQuestion,
  nowMs: number,
): readonly (DatasetListItem | undefined)[] {
  const { sort, desc, q, places } = question;
  const reader = readerOf(question, nowMs);
  const { order } = queryCollection(collection, { sort, desc, filters: parseQuery(q).terms, limit: 0, reader });
  const rows = order.all();
  return places.map((place) => {
    const row = rows[place];
    return row === undefined ? undefined : rowOf(collection, row);
  });
}
