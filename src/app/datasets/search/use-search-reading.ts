import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MarkText } from '../columns.tsx';

/** What the page has to know of a search beside its answer. */
export interface SearchReading {
  /** What of it could not be understood, in words. */
  readonly problem: string | undefined;
  /** A text, with the parts marked that it was found by; `undefined` when it is not searched for words. */
  readonly mark: MarkText | undefined;
}

const nothing: SearchReading = { problem: undefined, mark: undefined };

/** Reads a search. What reads it is loaded with the first one; until then nothing is known. */
export function useSearchReading(q: string): SearchReading {
  const isSearched = q.trim() !== '';
  const { data: readSearch } = useQuery({
    queryKey: ['search-language'],
    queryFn: async () => (await import('./read-search.tsx')).readSearch,
    enabled: isSearched,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => (isSearched && readSearch ? readSearch(q) : nothing), [readSearch, q, isSearched]);
}
