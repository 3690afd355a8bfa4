import { foldText } from './fold-text.ts';
import { splitQuery } from './parse-query.ts';
import { formatTerm, type QueryKey, type QueryLanguage, type Term } from './query-language.ts';

/** Something that the text at the caret may become. */
export interface Suggestion {
  /** What to put in place of the text from `start` to before `end`, in UTF-16 units. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** Rows that it would leave, where that is known. */
  readonly count: number | undefined;
  /** What a key wants after it, in a few words; `undefined` for what is whole. */
  readonly hint: string | undefined;
  /** A key wants a value after it; a whole term is done, and a space may follow. */
  readonly isWhole: boolean;
}

/** The values that are known of some facets, with the rows that have them. */
export type KnownValues = Readonly<
  Partial<
    Record<
      string,
      { readonly values: readonly { readonly term: Term; readonly label: string; readonly count: number }[] }
    >
  >
>;

/** More values than anybody looks through. */
const maxSuggestions = 12;
/** What may be asked where no values are known. */
const usualValues: Readonly<Record<Exclude<QueryKey['kind'], 'text'>, readonly string[]>> = {
  count: ['0', '>0', '>1000', '10..100'],
  time: ['today', 'yesterday', '<7d', '<30d', '<1y', '>1y'],
};

type Found = Omit<Suggestion, 'start' | 'end'>;
interface Source {
  readonly language: QueryLanguage;
  readonly facets: KnownValues;
}

/**
 * What the part of a query that the caret is in may become: first keys, then, after the colon, values. Those that begin with what is
 * typed come before those that have it inside. `facets` gives the values of keys, and of what a row can be, with their numbers.
 */
export function querySuggestions(text: string, options: Source & { readonly caret: number }): Suggestion[] {
  const { caret } = options;
  const token = splitQuery(text).find(({ start, end }) => start < caret && caret <= end);
  const start = token?.start ?? caret;
  const typed = text.slice(start, caret);
  const not = typed.startsWith('-') ? '-' : '';
  const found = candidates(typed.slice(not.length), options);
  return found.map((one) => ({ ...one, insert: not + one.insert, start, end: token?.end ?? caret }));
}

function candidates(typed: string, source: Source): Found[] {
  const colon = typed.indexOf(':');
  if (colon < 0) return keyCandidates(typed, source);
  const key = typed.slice(0, colon).toLowerCase();
  const value = typed.slice(colon + 1).replace(/^"/, '');
  return matching(valuesOf(key, source), {
    typed: value,
    textOf: ({ insert }) => insert.slice(key.length + 1).replace(/^"/, ''),
  }).slice(0, maxSuggestions);
}

function keyCandidates(typed: string, source: Source): Found[] {
  const { keys, states, statesHint } = source.language;
  const ofStates = Object.keys(states).length > 0 ? [['is', statesHint] as const] : [];
  const hints = [...ofStates, ...Object.entries(keys).map(([key, { hint }]) => [key, hint] as const)];
  const found = hints.flatMap(([key, hint]): Found[] =>
    key.startsWith(foldText(typed)) ? [{ insert: `${key}:`, count: undefined, hint, isWhole: false }] : [],
  );
  if (typed === '') return found;
  const people = Object.keys(keys).filter((key) => keys[key]?.isPeople);
  const values = ['is', ...people]
    .flatMap((key) => valuesOf(key, source))
    .filter(({ insert }) => foldText(insert.slice(insert.indexOf(':') + 1)).startsWith(foldText(typed)));
  // However many keys there are, none is left out.
  return [...found, ...values].slice(0, Math.max(found.length, maxSuggestions));
}

function valuesOf(key: string, { language, facets }: Source): Found[] {
  const { keys, states } = language;
  if (key === 'is')
    return Object.entries(states).map(([word, { facet }]) => {
      const known = facets[facet]?.values.find(({ label }) => label === word);
      return wholeOf({ key, not: false, word }, known?.count);
    });
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (known === undefined) return [];
  if (known.kind !== 'text')
    return usualValues[known.kind].map((value) => ({ ...whole, insert: `${key}:${value}`, count: undefined }));
  const listed = (facets[key]?.values ?? []).map(({ term, count }) => wholeOf(term, count));
  const me = `${key}:me`;
  const hasMe = !known.isPeople || listed.some(({ insert }) => insert === me);
  return hasMe ? listed : [{ ...whole, insert: me, count: undefined }, ...listed];
}

const whole = { hint: undefined, isWhole: true } as const;

function wholeOf(term: Term, count: number | undefined): Found {
  return { ...whole, insert: formatTerm(term), count };
}

function matching(found: readonly Found[], options: { typed: string; textOf: (one: Found) => string }): Found[] {
  const folded = foldText(options.typed);
  const places = found.map((one) => ({ one, at: foldText(options.textOf(one)).indexOf(folded) }));
  return [...places.filter(({ at }) => at === 0), ...places.filter(({ at }) => at > 0)].map(({ one }) => one);
}
