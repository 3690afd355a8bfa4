import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TextRange } from '../collection/marked-ranges.ts';

/** What the page has to know of a search beside its answer. */
export interface SearchReading {
  /** What of it could not be understood, in words. */
  readonly problem: string | undefined;
  /** The parts of a text that it was found by; `undefined` when it is not searched for words. */
  readonly rangesIn: ((text: string) => readonly TextRange[]) | undefined;
}

const nothing: SearchReading = { problem: undefined, rangesIn: undefined };

/** Reads a search. What reads it is loaded with the first one; until then nothing is known. */
export function useSearchReading(q: string): SearchReading {
  const { data: language } = useQuery({
    queryKey: ['search-language'],
    queryFn: async () => {
      const [parse, marks] = await Promise.all([
        import('../collection/parse-query.ts'),
        import('../collection/marked-ranges.ts'),
      ]);
      return { parseQuery: parse.parseQuery, markedRanges: marks.markedRanges };
    },
    enabled: q.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    if (language === undefined || q.trim() === '') return nothing;
    const { parts, terms } = language.parseQuery(q);
    const words = terms.flatMap((term) => (term.key === 'word' && !term.not ? term.text : []));
    const problems = parts.flatMap(({ problem, start, end }) =>
      problem === undefined ? [] : `${q.slice(start, end)}: ${problem}`,
    );
    return {
      problem: problems.length === 0 ? undefined : problems.join(' '),
      rangesIn: words.length === 0 ? undefined : (text) => language.markedRanges(text, words),
    };
  }, [language, q]);
}
