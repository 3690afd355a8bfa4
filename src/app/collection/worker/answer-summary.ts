import type { Collection } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { type Summary, summaryOf } from '../../../engine/facets/summary-of.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';
import { listRow } from '../read/refreshed-rows.ts';

/** Which search is summed up. */
export interface SummaryQuestion extends Asker {
  /** The text of the search field. */
  readonly q: string;
}

/** The sums of what a search finds, without the row number, which means nothing where the rows are not. */
export interface SummaryAnswer extends Omit<Summary, 'biggestRow'> {
  /** The dataset with the most items; `undefined` when none has any. */
  readonly biggest:
    | { readonly id: string; readonly name: string | null; readonly title: string | null; readonly itemCount: number }
    | undefined;
}

/** Sums up what a search finds of the rows that are loaded. */
export function answerSummary(collection: Collection, question: SummaryQuestion, nowMs: number): SummaryAnswer {
  const filters = parseQuery(question.q, languageOf(collection.table)).terms;
  const { order } = queryCollection(collection, { filters, limit: 0, reader: readerOf(question, nowMs) });
  const { biggestRow, ...sums } = summaryOf(collection, order.all());
  return { ...sums, biggest: biggestRow === undefined ? undefined : biggestOf(collection, biggestRow) };
}

function biggestOf(collection: Collection, row: number): SummaryAnswer['biggest'] {
  const { id, name, title = null, itemCount } = listRow(collection, row);
  return { id, name, title, itemCount };
}
