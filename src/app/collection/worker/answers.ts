import type { Collection } from '../../../engine/columns/collection.ts';
import { expectSearch } from '../../../engine/match/search-texts.ts';
import { answerCharts } from './answer-charts.ts';
import { answerDay } from './answer-day.ts';
import { answerExport } from './answer-export.ts';
import { answerFacets } from './answer-facets.ts';
import { answerLetters } from './answer-letters.ts';
import { answerPage } from './answer-page.ts';
import { answerRows } from './answer-rows.ts';
import { answerSummary } from './answer-summary.ts';

/**
 * What a collection can be asked, by name: each takes a question that crosses to the thread that has the rows, and now, in ms since
 * 1970, and gives an answer that crosses back. What takes its time may ask whether it is still wanted.
 */
const answers = {
  export: answerExport,
  page: answerPage,
  letters: answerLetters,
  facets: answerFacets,
  summary: answerSummary,
  charts: answerCharts,
  day: answerDay,
  rows: answerRows,
  search: (collection: Collection, _question: object) => expectSearch(collection),
} as const satisfies Readonly<
  Record<string, (collection: Collection, question: never, nowMs: number, isWanted: () => boolean) => unknown>
>;

export type AnswerName = keyof typeof answers;
export type QuestionOf<Name extends AnswerName> = Parameters<(typeof answers)[Name]>[1];
/** As it is given: at once, or once it is worked out. */
export type GivenAnswer<Name extends AnswerName> = ReturnType<(typeof answers)[Name]>;
type Answers = { [Name in AnswerName]: Awaited<GivenAnswer<Name>> };
export type AnswerOf<Name extends AnswerName> = Answers[Name];

/** Answers a question from a collection. `isWanted` tells whether the answer still is. */
export function giveAnswer<Name extends AnswerName>(
  name: Name,
  asked: {
    readonly collection: Collection;
    readonly question: QuestionOf<Name>;
    readonly nowMs: number;
    readonly isWanted: () => boolean;
  },
): GivenAnswer<Name> {
  const { collection, question, nowMs, isWanted } = asked;
  // The name and its question belong together, which TypeScript cannot see across an index.
  const answer = answers[name] as (
    collection: Collection,
    question: QuestionOf<Name>,
    nowMs: number,
    isWanted: () => boolean,
  ) => GivenAnswer<Name>;
  return answer(collection, question, nowMs, isWanted);
}
