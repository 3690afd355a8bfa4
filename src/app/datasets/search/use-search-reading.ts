import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SearchReading } from './read-search.tsx';

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
