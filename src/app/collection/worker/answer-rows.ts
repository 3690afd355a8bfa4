import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { Collection } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import type { SortKey } from '../../../engine/order/sort-key.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';
import { listRow } from '../read/refreshed-rows.ts';

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
  const { order } = queryCollection(collection, {
    sort,
    desc,
    filters: parseQuery(q, languageOf(collection.table)).terms,
    limit: 0,
    reader,
  });
  const rows = order.all();
  return places.map((place) => {
    const row = rows[place];
    return row === undefined ? undefined : listRow(collection, row);
  });
}
