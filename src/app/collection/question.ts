import type { Collection } from './collection.ts';
import { parseQuery } from './parse-query.ts';
import { type CollectionAnswer, queryCollection } from './query-collection.ts';
import type { Reader } from './reader.ts';
import type { SortKey } from './sort-key.ts';

/** What the page asks, as it crosses to the thread that has the rows. */
export interface Question {
  readonly sort: readonly SortKey[];
  readonly desc: boolean;
  /** The text of the search field. */
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
  /** Who asks, for `owner:me`. */
  readonly userId: string | undefined;
  readonly locales: readonly string[];
}

/** An answer without the row numbers, which stay where the rows are. */
export type PageAnswer = Omit<CollectionAnswer, 'order'>;

const minuteMs = 60_000;

/** Answers a question of `nowMs`, to the minute: within one, the same question has the same answer. */
export function answerQuestion(collection: Collection, question: Question, nowMs: number): PageAnswer {
  const { sort, desc, q, offset, limit, userId, locales } = question;
  const reader: Reader = { nowMs: Math.floor(nowMs / minuteMs) * minuteMs, userId, locales };
  const { order: _, ...answer } = queryCollection(collection, {
    sort,
    desc,
    filters: parseQuery(q).terms,
    offset,
    limit,
    reader,
  });
  return answer;
}
