import { useMemo } from 'react';
import type { View } from '../../address/view-params.ts';
import { querySuggestions, type Suggestion } from '../../collection/engine/query/query-suggestions.ts';
import { splitQuery } from '../../collection/engine/query/split-query.ts';
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
    () => (isOpen ? querySuggestions(q, { caret, facets: facets ?? {} }).filter((one) => !isThere(q, one)) : []),
    [q, caret, facets, isOpen],
  );
  return { suggestions, isPartial: collection.state.phase !== 'complete' };
}

function withoutPartAt(q: string, caret: number): string {
  const part = splitQuery(q).find(({ start, end }) => start < caret && caret <= end);
  return part === undefined ? q.trim() : (q.slice(0, part.start) + q.slice(part.end)).trim();
}

/** What is typed already needs no suggestion. */
function isThere(q: string, { insert, start, end }: Suggestion): boolean {
  return q.slice(start, end) === insert;
}
