import { answerCharts } from './answer-charts.ts';
import { answerDay } from './answer-day.ts';
import { answerExport } from './answer-export.ts';
import { answerFacets } from './answer-facets.ts';
import { answerPage } from './answer-page.ts';
import { answerRows } from './answer-rows.ts';
import { answerSummary } from './answer-summary.ts';
import type { Collection } from './collection.ts';
import { expectSearch } from './expect-search.ts';

/**
 * What a collection can be asked, by name: each takes a question that crosses to the thread that has the rows, and now, in ms since
 * 1970, and gives an answer that crosses back.
 */
export const answers = {
  export: answerExport,
  page: answerPage,
  facets: answerFacets,
  summary: answerSummary,
  charts: answerCharts,
  day: answerDay,
  rows: answerRows,
  search: (collection: Collection, _question: object) => expectSearch(collection),
} as const satisfies Readonly<Record<string, (collection: Collection, question: never, nowMs: number) => unknown>>;

export type AnswerName = keyof typeof answers;
export type QuestionOf<Name extends AnswerName> = Parameters<(typeof answers)[Name]>[1];
export type AnswerOf<Name extends AnswerName> = ReturnType<(typeof answers)[Name]>;
