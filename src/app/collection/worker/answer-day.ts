import { type Collection, numbersOf } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';
import { dayOrder, type TimeSpan } from '../../../engine/query/time-values.ts';

/** Which day of which answer. */
export interface DayQuestion extends Asker {
  /** The text of the search field. */
  readonly q: string;
  readonly desc: boolean;
  readonly day: TimeSpan;
}

/** Where a day begins in an answer in the API's own order. */
export interface DayAnswer {
  /** Rows before the first one of the day, or else the next one after it; of the last row when there is none. */
  readonly offset: number;
  /** When the row there was created, in ms since 1970; `undefined` when nothing is found. */
  readonly createdAtMs: number | undefined;
  /** Rows that the answer has. */
  readonly total: number;
}

/** Finds the row that a day begins with. A row without a date is of no day. */
export function answerDay(collection: Collection, question: DayQuestion, nowMs: number): DayAnswer {
  const { q, desc, day } = question;
  const { keyOf, dayKey } = dayOrder(day, desc);
  const reader = readerOf(question, nowMs);
  const { order } = queryCollection(collection, {
    filters: parseQuery(q, languageOf(collection.table)).terms,
    desc,
    limit: 0,
    reader,
  });
  const rows = order.all();
  const timesMs = numbersOf(collection, collection.table.time);
  const timeOf = (row: number | undefined) => timesMs[row ?? -1];
  const index = rows.findIndex((row) => keyOf(timeOf(row) ?? Number.NaN) >= dayKey);
  const offset = index < 0 ? Math.max(0, rows.length - 1) : index;
  return { offset, createdAtMs: timeOf(rows[offset]), total: rows.length };
}
