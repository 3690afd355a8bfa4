import { parseComparison } from './parse-comparison.ts';
import type { QueryLanguage, Term, TermKeys, TermKeysOf } from './query-language.ts';

/** A part of a query's text: what it asks for, or why it could not be read, in words for the reader. */
export type QueryPart<Keys extends TermKeys = TermKeys> = {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Its quotes are not closed: it goes on to the end of the text. */
  readonly isOpen: boolean;
} & ({ readonly term: Term<Keys>; readonly problem?: never } | { readonly term?: never; readonly problem: string });

/** A query's text, read. */
export interface ParsedQuery<Keys extends TermKeys = TermKeys> {
  readonly text: string;
  readonly language: QueryLanguage;
  readonly parts: readonly QueryPart<Keys>[];
  /** What could be read of it. */
  readonly terms: readonly Term<Keys>[];
}

/**
 * Reads the language of the search field: words, `"quoted words"`, `key:value` and each of them with `-` before it. Never throws:
 * a part that cannot be read says why, and the rest holds. What `formatQuery` writes of terms is read as the same terms.
 *
 * All parts must hold, with one exception: several values of one key, each without `-`, are alternatives (`owner:ada owner:bob`,
 * `is:named is:unnamed`). Open bounds are no values: `items:>10 items:<20` is between the two (see `matchRows`).
 */
export function parseQuery<Language extends QueryLanguage>(
  text: string,
  language: Language,
): ParsedQuery<TermKeysOf<Language>> {
  const parts = splitQuery(text).map((token) => {
    const place = { start: token.start, end: token.end, isOpen: !token.closed };
    const read = readTerm(token, language);
    // Its keys and words are those of the language, and their values of the kind that it says.
    return (typeof read === 'string' ? { ...place, problem: read } : { ...place, term: read }) as QueryPart<
      TermKeysOf<Language>
    >;
  });
  return { text, language, parts, terms: parts.flatMap(({ term }) => term ?? []) };
}

/** The term of a token, or why it is none. */
function readTerm({ not, key, value, quoted }: QueryToken, { thing, keys, states }: QueryLanguage): Term | string {
  if (key === undefined)
    return value === '' ? 'There is nothing between the quotes.' : { key: 'word', not, text: value };
  const words = Object.keys(states);
  if (key === 'is' && words.length > 0) {
    const word = words.find((one) => one === value.toLowerCase());
    return word === undefined
      ? `${/^[aeiou]/.test(thing) ? 'An' : 'A'} ${thing} can be ${inWords(words)}.`
      : { key, not, word };
  }
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (known === undefined)
    return `There is no filter "${key}". To search for the text itself, put it in ${quoted ? 'quotes as a whole' : 'quotes'}.`;
  if (value === '') return `A value is missing, as in ${key}:${known.example}.`;
  switch (known.kind) {
    case 'text':
      return { key, not, text: value };
    case 'count':
      return readRange(parseComparison(value, 'count'), (range) => ({ key, not, range }));
    case 'time':
      return readRange(parseComparison(value, 'time'), (range) => ({ key, not, range }));
  }
}

function readRange<Range>(range: Range | string, termOf: (range: Range) => Term): Term | string {
  return typeof range === 'string' ? range : termOf(range);
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What a letter would be added to that is typed at the end of a search. */
export interface TypedWord<Keys extends TermKeys = TermKeys> {
  /** The word that it would go on with; empty where it would begin one. */
  readonly word: string;
  /** What the search says beside the word. */
  readonly others: readonly Term<Keys>[];
}

/** What somebody is typing at the end of a search; `undefined` where that is no word, but the value of a filter, or left out. */
export function typedWord<Language extends QueryLanguage>(
  q: string,
  language: Language,
): TypedWord<TermKeysOf<Language>> | undefined {
  // Whichever letter it is: none of them ends a word or makes a key of it.
  const { parts, terms } = parseQuery(`${q}a`, language);
  const last = parts.at(-1)?.term;
  if (last?.key !== 'word' || !('text' in last) || last.not) return undefined;
  return { word: last.text.slice(0, -1), others: terms.slice(0, -1) };
}

/** A piece of a query's text between white space, taken apart. */
export interface QueryToken {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  /** The letters before the first colon, in lower case; `undefined` for a word. */
  readonly key: string | undefined;
  readonly value: string;
  /** Written in quotes, of which the last may be missing. */
  readonly quoted: boolean;
  readonly closed: boolean;
}

const space = /\s/;
const keyForm = /^([a-z]+):/i;

/** Cuts a query into its tokens: `-` before one turns it round, quotes hold what has white space, `\` in them spares `"` and `\`. */
export function splitQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): QueryToken {
  const not = text[start] === '-' && start + 1 < text.length && !space.test(text[start + 1] ?? '');
  let at = not ? start + 1 : start;
  const key = keyForm.exec(text.slice(at, at + longestKey))?.[1];
  if (key !== undefined) at += key.length + 1;
  const { value, end, closed } = text[at] === '"' ? readQuoted(text, at + 1) : readBare(text, at);
  return { start, end, not, key: key?.toLowerCase(), value, quoted: text[at] === '"', closed };
}

/** Longer than any key, so that a long text is not looked through again for each word. */
const longestKey = 40;

type Value = Pick<QueryToken, 'value' | 'end' | 'closed'>;

function readBare(text: string, start: number): Value {
  let end = start;
  while (end < text.length && !space.test(text[end] ?? '')) end += 1;
  return { value: text.slice(start, end), end, closed: true };
}

function readQuoted(text: string, start: number): Value {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return { value, end: at + 1, closed: true };
    const next = text[at + 1];
    if (char === '\\' && (next === '"' || next === '\\')) {
      value += next;
      at += 1;
    } else {
      value += char;
    }
  }
  return { value, end: text.length, closed: false };
}
