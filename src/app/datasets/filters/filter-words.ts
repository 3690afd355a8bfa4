import type { FacetValue } from '../../collection/engine/facets/facets-of.ts';
import { parseAge } from '../../collection/engine/query/age.ts';
import type { Comparison, IsWord, Term } from '../../collection/engine/query/query-term.ts';
import { formatCount } from '../../ui/format/number-format.ts';

/** A condition in words: "Owner", "ada". */
export interface FilterWords {
  /** What it is about; `undefined` where the value says it all. */
  readonly about: string | undefined;
  readonly value: string;
  readonly not: boolean;
}

const abouts: Readonly<Record<Exclude<Term['key'], 'word' | 'is'>, string>> = {
  name: 'Name',
  id: 'ID',
  owner: 'Owner',
  actor: 'Actor',
  run: 'Run',
  access: 'Access',
  items: 'Items',
  clean: 'Clean items',
  created: 'Created',
  modified: 'Modified',
  accessed: 'Accessed',
};

const states: Readonly<Record<IsWord, string>> = {
  named: 'Named',
  unnamed: 'Unnamed',
  empty: 'Empty',
  filled: 'Not empty',
  clean: 'All items clean',
  dirty: 'Some items not clean',
};

/** A condition of the search, as a filter says it. */
export function filterWords(term: Term): FilterWords {
  if (term.key === 'is') return { about: undefined, value: states[term.word], not: term.not };
  if (term.key === 'word') return { about: undefined, value: term.text, not: term.not };
  return { about: abouts[term.key], value: valueWords(term), not: term.not };
}

/** The same in one line: "Owner: ada", "Not Owner: ada". */
export function filterText(term: Term): string {
  const { about, value, not } = filterWords(term);
  return `${not ? 'Not ' : ''}${about === undefined ? value : `${about}: ${value}`}`;
}

/** What an option of a filter is called: the value itself. */
export function optionText({ term, label }: Pick<FacetValue, 'term' | 'label'>): string {
  if (term.key === 'owner' || term.key === 'actor' || term.key === 'access') return term.text === 'me' ? 'You' : label;
  const { value } = filterWords(term);
  return value.charAt(0).toUpperCase() + value.slice(1);
}

function valueWords(term: Exclude<Term, { readonly key: 'word' | 'is' }>): string {
  if ('text' in term) return term.key === 'owner' && term.text === 'me' ? 'you' : unescaped(term.text);
  if (term.key === 'items' || term.key === 'clean') return countWords(term.range);
  // What is left has a time; TypeScript does not take keys of a union away one by one.
  return timeWords(term.range as Comparison<string>);
}

/** Without the backslashes that spare a star (`exactPattern`). */
function unescaped(pattern: string): string {
  return pattern.replaceAll(/\\([\\*])/g, '$1');
}

function countWords(range: Comparison<number>): string {
  if (range.op === '..') return `${formatCount(range.from)}–${formatCount(range.to)}`;
  const value = formatCount(range.value);
  return {
    '=': value,
    '<': `under ${value}`,
    '<=': `at most ${value}`,
    '>': `over ${value}`,
    '>=': `at least ${value}`,
  }[range.op];
}

function timeWords(range: Comparison<string>): string {
  if (range.op === '..') return `${range.from} – ${range.to}`;
  const { op } = range;
  const age = ageWords(range.value);
  if (age !== undefined)
    return op.startsWith('<') ? `last ${age.replace(/^1 /, '')}` : `more than ${age.replace(/^1 /, 'a ')} ago`;
  const value = range.value.replace('T', ' ');
  return { '=': value, '<': `before ${value}`, '<=': `until ${value}`, '>': `after ${value}`, '>=': `since ${value}` }[
    op
  ];
}

const units = { min: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' } as const;

/** "7 days"; `undefined` when it is a date. */
function ageWords(text: string): string | undefined {
  const age = parseAge(text);
  return age && `${age.count} ${units[age.unit]}${age.count === 1 ? '' : 's'}`;
}
