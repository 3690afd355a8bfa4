/** A condition on a value: one bound, or from and to, both included. */
export type Comparison<Value> =
  | { readonly op: '=' | '<' | '<=' | '>' | '>='; readonly value: Value }
  | { readonly op: '..'; readonly from: Value; readonly to: Value };

/** What is typed before a colon, and what it asks. */
export interface QueryKey {
  /** What its value is: a text, a whole number, or a point in time. */
  readonly kind: 'text' | 'count' | 'time';
  /** What it is about, as a filter says it: "Clean items". */
  readonly label: string;
  /** What to type after it, in a few words. */
  readonly hint: string;
  /** A value, without the key. */
  readonly example: string;
  /** Its values are people: `me` is the reader, and people are offered before their key is typed. */
  readonly isPeople?: boolean;
}

/** What a row can be: a word after `is:`. */
interface QueryState {
  /** As a filter says it: "Some items not clean". */
  readonly label: string;
  /** The facet that it is a value of: of one facet, words are alternatives. */
  readonly facet: string;
}

/** What can be asked of the rows of a table. All that reads, writes, changes or completes the text of a search follows from it. */
export interface QueryLanguage {
  /** What a row is, in one word: "dataset". */
  readonly thing: string;
  /** By what is typed, in letters from a to z, in the order in which they are offered. */
  readonly keys: Readonly<Record<string, QueryKey>>;
  /** By the word after `is:`, in the order in which they are offered. */
  readonly states: Readonly<Record<string, QueryState>>;
  /** What to type after `is:`. */
  readonly statesHint: string;
}

/** The keys of a language by the kind of their values, and its words after `is:`. */
export interface TermKeys {
  readonly text: string;
  readonly count: string;
  readonly time: string;
  readonly is: string;
}

/** Those of one language. */
export interface TermKeysOf<Language extends QueryLanguage> {
  readonly text: KeyOf<Language, 'text'>;
  readonly count: KeyOf<Language, 'count'>;
  readonly time: KeyOf<Language, 'time'>;
  readonly is: keyof Language['states'] & string;
}

type KeyOf<Language extends QueryLanguage, Kind extends QueryKey['kind']> = {
  [Key in keyof Language['keys'] & string]: Kind extends Language['keys'][Key]['kind'] ? Key : never;
}[keyof Language['keys'] & string];

/**
 * One condition of a query; `not` turns it round. Where the keys are left out it is one of any language: what it asks is told by what it
 * has.
 *
 * - `word`: the text stands anywhere in what a row has of names and ids (`foldText`).
 * - a text: the whole value is the text, in any case and accent; `*` stands for anything, `\*` for a star. Of people it may be `me`.
 * - a time: a date as `parseDate` reads it, or an age as `parseAge` does: `<7d` is less than seven days ago.
 */
export type Term<Keys extends TermKeys = TermKeys> = { readonly not: boolean } & (
  | { readonly key: 'word'; readonly text: string }
  | { readonly key: Keys['text']; readonly text: string }
  | { readonly key: Keys['count']; readonly range: Comparison<number> }
  | { readonly key: Keys['time']; readonly range: Comparison<string> }
  | { readonly key: 'is'; readonly word: Keys['is'] }
);

/** A condition on a number or a time. */
export type RangeTerm = Extract<Term, { readonly range: unknown }>;

/** What a term is about: the facet of a word, or else its key. */
export function groupOf(term: Term, { states }: QueryLanguage): string {
  return ('word' in term ? states[term.word]?.facet : undefined) ?? term.key;
}

/** Whether a term must hold whatever else is said of the same thing. */
export function isOpenBound(term: Term): term is RangeTerm {
  return 'range' in term && term.range.op !== '=' && term.range.op !== '..';
}

/** Writes terms as the text that `parseQuery` reads them from, in the one way in which it is always written. */
export function formatQuery(terms: readonly Term[]): string {
  return terms.map(formatTerm).join(' ');
}

/** One term as text. */
export function formatTerm(term: Term): string {
  return `${term.not ? '-' : ''}${term.key === 'word' ? formatWord(term) : `${term.key}:${formatValue(term)}`}`;
}

function formatWord(term: Term): string {
  const text = 'text' in term ? term.text : '';
  return /\s|^["-]|^[a-z]+:/i.test(text) ? quote(text) : text;
}

function formatValue(term: Term): string {
  if ('text' in term) return /^"|\s/.test(term.text) ? quote(term.text) : term.text;
  return 'word' in term ? term.word : formatComparison(term.range);
}

function quote(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
}

function formatComparison(range: Comparison<number> | Comparison<string>): string {
  if (range.op === '..') return `${range.from}..${range.to}`;
  return range.op === '=' ? String(range.value) : range.op + range.value;
}
