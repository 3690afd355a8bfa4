import { markedRanges } from '../../../engine/query/marked-ranges.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { Marked } from '../../ui/format/marked.tsx';
import type { MarkText } from '../columns.tsx';
import { datasetQuery } from '../dataset-query.ts';

/** What the page has to know of a search beside its answer. */
export interface SearchReading {
  /** What of it could not be understood, in words. */
  readonly problem: string | undefined;
  /** A text, with the parts marked that it was found by; `undefined` when it is not searched for words. */
  readonly mark: MarkText | undefined;
}

/** Reads the text of a search. */
export function readSearch(q: string): SearchReading {
  const { parts, terms } = parseQuery(q, datasetQuery);
  const words = terms.flatMap((term) => (term.key === 'word' && !term.not ? term.text : []));
  const problems = parts.flatMap(({ problem, start, end }) =>
    problem === undefined ? [] : `${q.slice(start, end)}: ${problem}`,
  );
  return {
    problem: problems.length === 0 ? undefined : problems.join(' '),
    mark: words.length === 0 ? undefined : (text) => <Marked text={text} ranges={markedRanges(text, words)} />,
  };
}
