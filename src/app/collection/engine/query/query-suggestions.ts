import type { Facet } from '../facets/facets-of.ts';
import { foldText } from '../match/fold-text.ts';
import type { FacetName } from '../match/match-rows.ts';
import { formatTerm } from './format-query.ts';
import { countKeys, isWords, type Term, textKeys, timeKeys } from './query-term.ts';
import { splitQuery } from './split-query.ts';

/** Something that the text at the caret may become. */
export interface Suggestion {
  /** What to put in place of the text from `start` to before `end`, in UTF-16 units. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** Rows that it would leave, where that is known. */
  readonly count: number | undefined;
  /** A key wants a value after it; a whole term is done, and a space may follow. */
  readonly isWhole: boolean;
}

const maxSuggestions = 12;
const keys: readonly string[] = ['is', ...textKeys, ...countKeys, ...timeKeys];
const timeValues = ['today', 'yesterday', '<7d', '<30d', '<1y', '>1y'];
const countValues = ['0', '>0', '>1000', '10..100'];

type Found = Pick<Suggestion, 'insert' | 'count' | 'isWhole'>;

/**
 * What the part of a query that the caret is in may become: first keys, then, after the colon, values. Those that begin with what is
 * typed come before those that have it inside. `facets` gives owners, Actors and access, with their numbers.
 */
export function querySuggestions(
  text: string,
  options: { readonly caret: number; readonly facets: Readonly<Partial<Record<FacetName, Facet>>> },
): Suggestion[] {
  const { caret, facets } = options;
  const token = splitQuery(text).find(({ start, end }) => start < caret && caret <= end);
  const start = token?.start ?? caret;
  const typed = text.slice(start, caret);
  const not = typed.startsWith('-') ? '-' : '';
  const found = candidates(typed.slice(not.length), facets);
  return found
    .slice(0, maxSuggestions)
    .map((one) => ({ ...one, insert: not + one.insert, start, end: token?.end ?? caret }));
}

function candidates(typed: string, facets: Readonly<Partial<Record<FacetName, Facet>>>): Found[] {
  const colon = typed.indexOf(':');
  if (colon < 0) return keyCandidates(typed, facets);
  const key = typed.slice(0, colon).toLowerCase();
  const value = typed.slice(colon + 1).replace(/^"/, '');
  return matching(valuesOf(key, facets), {
    typed: value,
    textOf: ({ insert }) => insert.slice(key.length + 1).replace(/^"/, ''),
  });
}

function keyCandidates(typed: string, facets: Readonly<Partial<Record<FacetName, Facet>>>): Found[] {
  const found = keys
    .filter((key) => key.startsWith(foldText(typed)))
    .map((key): Found => ({ insert: `${key}:`, count: undefined, isWhole: false }));
  if (typed === '') return found;
  const values = [...valuesOf('is', facets), ...valuesOf('owner', facets)].filter(({ insert }) =>
    foldText(insert.slice(insert.indexOf(':') + 1)).startsWith(foldText(typed)),
  );
  return [...found, ...values];
}

function valuesOf(key: string, facets: Readonly<Partial<Record<FacetName, Facet>>>): Found[] {
  if (key === 'is') return isWords.map((word) => wholeOf({ key, not: false, word }, countOf(word, facets)));
  if (key === 'owner' || key === 'actor' || key === 'access') {
    const listed = (facets[key]?.values ?? []).map(({ term, count }) => wholeOf(term, count));
    const hasMe = key !== 'owner' || listed.some(({ insert }) => insert === 'owner:me');
    return hasMe ? listed : [{ insert: 'owner:me', count: undefined, isWhole: true }, ...listed];
  }
  const values = timeKeys.some((one) => one === key)
    ? timeValues
    : countKeys.some((one) => one === key)
      ? countValues
      : [];
  return values.map((value) => ({ insert: `${key}:${value}`, count: undefined, isWhole: true }));
}

function wholeOf(term: Term, count: number | undefined): Found {
  return { insert: formatTerm(term), count, isWhole: true };
}

function countOf(word: string, facets: Readonly<Partial<Record<FacetName, Facet>>>): number | undefined {
  const states = [facets.naming, facets.filling, facets.cleanness].flatMap((facet) => facet?.values ?? []);
  return states.find(({ label }) => label === word)?.count;
}

function matching(found: readonly Found[], options: { typed: string; textOf: (one: Found) => string }): Found[] {
  const folded = foldText(options.typed);
  const places = found.map((one) => ({ one, at: foldText(options.textOf(one)).indexOf(folded) }));
  return [...places.filter(({ at }) => at === 0), ...places.filter(({ at }) => at > 0)].map(({ one }) => one);
}
