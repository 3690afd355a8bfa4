import type { Collection } from './collection.ts';
import { parseQuery } from './parse-query.ts';
import { type CollectionAnswer, queryCollection } from './query-collection.ts';
import { type Asker, readerOf } from './reader-of.ts';
import type { SortKey } from './sort-key.ts';

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
export type PageAnswer = Omit<CollectionAnswer, 'order'>;

/** A page of what a search finds, in the order that is asked for. */
export function answerPage(collection: Collection, question: PageQuestion, nowMs: number): PageAnswer {
  const { sort, desc, q, offset, limit } = question;
  const filters = parseQuery(q).terms;
  const reader = readerOf(question, nowMs);
  const { order: _, ...answer } = queryCollection(collection, { sort, desc, filters, offset, limit, reader });
  return answer;
}
