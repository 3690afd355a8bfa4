import { useMemo } from 'react';
import { parseQuery, splitQuery } from '../../../engine/query/parse-query.ts';
import { type KnownValues, querySuggestions, type Suggestion } from '../../../engine/query/query-suggestions.ts';
import type { View } from '../../address/view-params.ts';
import { datasetQuery } from '../dataset-query.ts';
import { useAnswer } from '../list/use-answer.ts';
import { useCollection } from '../list/use-collection.ts';
import { useUser } from '../list/use-datasets.ts';

/** As many as the filters ask for: both share one answer. */
const topValues = 200;

/** What the part of the search at the caret may become, and whether its numbers are those of a part of the list. */
export function useSuggestions(
  view: View,
  options: { readonly caret: number; readonly isOpen: boolean },
): { readonly suggestions: readonly Suggestion[]; readonly isPartial: boolean } {
  const { q } = view;
  const { caret, isOpen } = options;
  const collection = useCollection(view);
  const userId = useUser(true)?.id;
  // Numbers are of what the rest of the search leaves: they stay the same while a part of it is typed.
  const rest = useMemo(() => withoutPartAt(q, caret), [q, caret]);
  const facets = useAnswer(collection, {
    name: 'facets',
    question: { q: rest, topValues, userId, locales: [] },
    isWanted: isOpen,
  });
  const suggestions = useMemo(
    () => (isOpen ? suggestionsAt(q, caret, facets).filter((one) => !isThere(q, one)) : []),
    [q, caret, facets, isOpen],
  );
  return { suggestions, isPartial: collection.state.phase !== 'complete' };
}

/** What the part of a search at the caret may become; without `facets` no values are known. */
export function suggestionsAt(q: string, caret: number, facets: KnownValues = {}): Suggestion[] {
  return querySuggestions(q, { caret, facets, language: datasetQuery });
}

function withoutPartAt(q: string, caret: number): string {
  const part = splitQuery(q).find(({ start, end }) => start < caret && caret <= end);
  return part === undefined ? q.trim() : (q.slice(0, part.start) + q.slice(part.end)).trim();
}

/** What is typed already needs no suggestion. */
function isThere(q: string, { insert, start, end }: Suggestion): boolean {
  return q.slice(start, end) === insert;
}

/** A text, and where the caret goes in it, in UTF-16 units. */
export interface Completed {
  readonly text: string;
  readonly caret: number;
}

/** The text once a suggestion was taken: after a whole term the next one can be typed at once. */
export function acceptSuggestion(text: string, { insert, start, end, isWhole }: Suggestion): Completed {
  const after = text.slice(end);
  const space = isWhole && !after.startsWith(' ') ? ' ' : '';
  const before = text.slice(0, start) + insert + space;
  return { text: before + after, caret: before.length + (isWhole && space === '' ? 1 : 0) };
}

/** A part of a search that could not be understood, and why. */
export interface QueryProblem {
  readonly text: string;
  readonly problem: string;
}

/** What could not be understood of a search, but for the part that is just being typed. */
export function queryProblems(q: string, caret: number): QueryProblem[] {
  return parseQuery(q, datasetQuery).parts.flatMap(({ start, end, problem }) =>
    problem === undefined || (start < caret && caret <= end) ? [] : { text: q.slice(start, end), problem },
  );
}
