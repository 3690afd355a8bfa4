import { parseQuery } from '../../collection/engine/query/parse-query.ts';

/** A part of a search that could not be understood, and why. */
export interface QueryProblem {
  readonly text: string;
  readonly problem: string;
}

/** What could not be understood of a search, but for the part that is just being typed. */
export function queryProblems(q: string, caret: number): QueryProblem[] {
  return parseQuery(q).parts.flatMap(({ start, end, problem }) =>
    problem === undefined || (start < caret && caret <= end) ? [] : { text: q.slice(start, end), problem },
  );
}
