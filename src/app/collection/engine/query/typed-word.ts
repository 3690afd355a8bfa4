import { parseQuery } from './parse-query.ts';
import type { Term } from './query-term.ts';

/** What a letter would be added to that is typed at the end of a search. */
export interface TypedWord {
  /** The word that it would go on with; empty where it would begin one. */
  readonly word: string;
  /** What the search says beside the word. */
  readonly others: readonly Term[];
}

/** What somebody is typing at the end of a search; `undefined` where that is no word, but the value of a filter, or left out. */
export function typedWord(q: string): TypedWord | undefined {
  // Whichever letter it is: none of them ends a word or makes a key of it.
  const { parts, terms } = parseQuery(`${q}a`);
  const last = parts.at(-1)?.term;
  if (last?.key !== 'word' || last.not) return undefined;
  return { word: last.text.slice(0, -1), others: terms.slice(0, -1) };
}
