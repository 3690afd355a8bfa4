import { parseComparison } from './parse-comparison.ts';
import { countKeys, isWords, type Term, textKeys, timeKeys } from './query-term.ts';
import { type QueryToken, splitQuery } from './split-query.ts';

/** A part of a query's text: what it asks for, or why it could not be read, in words for the reader. */
export type QueryPart = {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Its quotes are not closed: it goes on to the end of the text. */
  readonly isOpen: boolean;
} & ({ readonly term: Term; readonly problem?: never } | { readonly term?: never; readonly problem: string });

/** A query's text, read. */
export interface ParsedQuery {
  readonly parts: readonly QueryPart[];
  /** What could be read of it. */
  readonly terms: readonly Term[];
}

/**
 * Reads the language of the search field: words, `"quoted words"`, `key:value` and each of them with `-` before it. Never throws:
 * a part that cannot be read says why, and the rest holds. `parseQuery(formatQuery(terms)).terms` are the same terms.
 *
 * All parts must hold, with one exception: several values of one key, each without `-`, are alternatives (`owner:ada owner:bob`,
 * `is:named is:unnamed`). Open bounds are no values: `items:>10 items:<20` is between the two (see `matchRows`).
 */
export function parseQuery(text: string): ParsedQuery {
  const parts = splitQuery(text).map((token): QueryPart => {
    const place = { start: token.start, end: token.end, isOpen: !token.closed };
    const read = readTerm(token);
    return typeof read === 'string' ? { ...place, problem: read } : { ...place, term: read };
  });
  return { parts, terms: parts.flatMap(({ term }) => term ?? []) };
}

/** The term of a token, or why it is none. */
function readTerm({ not, key, value, quoted }: QueryToken): Term | string {
  if (key === undefined)
    return value === '' ? 'There is nothing between the quotes.' : { key: 'word', not, text: value };
  const textKey = textKeys.find((one) => one === key);
  if (textKey) return value === '' ? emptyValue(key) : { key: textKey, not, text: value };
  const countKey = countKeys.find((one) => one === key);
  const timeKey = timeKeys.find((one) => one === key);
  if (value === '' && (countKey || timeKey)) return emptyValue(key);
  if (countKey) return readRange(parseComparison(value, 'count'), (range) => ({ key: countKey, not, range }));
  if (timeKey) return readRange(parseComparison(value, 'time'), (range) => ({ key: timeKey, not, range }));
  if (key === 'is') {
    const word = isWords.find((one) => one === value.toLowerCase());
    return word ? { key, not, word } : `A dataset can be ${inWords(isWords)}.`;
  }
  return `There is no filter "${key}". To search for the text itself, put it in ${quoted ? 'quotes as a whole' : 'quotes'}.`;
}

function readRange<Range>(range: Range | string, termOf: (range: Range) => Term): Term | string {
  return typeof range === 'string' ? range : termOf(range);
}

const examples: Readonly<Record<string, string>> = {
  name: 'name:shop*',
  id: 'id:WkzbQMuFYuamGv3YF',
  owner: 'owner:me',
  actor: 'actor:ID',
  run: 'run:ID',
  access: 'access:RESTRICTED',
  items: 'items:>1000',
  clean: 'clean:<5',
  created: 'created:2026-01',
  modified: 'modified:<7d',
  accessed: 'accessed:>1y',
};

function emptyValue(key: string): string {
  return `A value is missing, as in ${examples[key] ?? key}.`;
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
