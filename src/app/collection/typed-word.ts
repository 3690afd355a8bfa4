import { formatQuery } from './format-query.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query-term.ts';

/** What a letter would be added to that is typed at the end of a search. */
export interface TypedWord {
  /** The word that it would go on with; empty where it would begin one. */
  readonly word: string;
  /** What the search says beside the word. */
  readonly others: readonly Term[];
  /** Whether a letter makes such a search: the same one with the word that much longer. */
  readonly isContinuedBy: (letter: string) => boolean;
}

/** What somebody is typing at the end of a search; `undefined` where that is no word, but the value of a filter, or left out. */
export function typedWord(q: string): TypedWord | undefined {
  const letter = 'a';
  const terms = [...parseQuery(q + letter).terms];
  const last = terms.pop();
  if (last?.key !== 'word' || last.not || !last.text.endsWith(letter)) return undefined;
  const word = last.text.slice(0, -letter.length);
  const withWord = (text: string) => formatQuery([...terms, { key: 'word', not: false, text }]);
  return {
    word,
    others: terms,
    isContinuedBy: (next) => formatQuery(parseQuery(q + next).terms) === withWord(word + next),
  };
}
