import { markedRanges } from '../../collection/engine/query/marked-ranges.ts';
import { parseQuery } from '../../collection/engine/query/parse-query.ts';
import { Marked } from '../../ui/format/marked.tsx';
import type { SearchReading } from './use-search-reading.ts';

/** Reads the text of a search. */
export function readSearch(q: string): SearchReading {
  const { parts, terms } = parseQuery(q);
  const words = terms.flatMap((term) => (term.key === 'word' && !term.not ? term.text : []));
  const problems = parts.flatMap(({ problem, start, end }) =>
    problem === undefined ? [] : `${q.slice(start, end)}: ${problem}`,
  );
  return {
    problem: problems.length === 0 ? undefined : problems.join(' '),
    mark: words.length === 0 ? undefined : (text) => <Marked text={text} ranges={markedRanges(text, words)} />,
  };
}
