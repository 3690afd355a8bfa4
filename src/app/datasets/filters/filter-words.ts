import type { Comparison, QueryLanguage, RangeTerm, Term } from '../../../engine/query/query-language.ts';
import { parseAge } from '../../../engine/query/time-values.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { datasetQuery, kindOfKey } from '../dataset-query.ts';
import type { FilterOption } from './filter-options.ts';

/** A condition in words: "Owner", "ada". */
export interface FilterWords {
  /** What it is about; `undefined` where the value says it all. */
  readonly about: string | undefined;
  readonly value: string;
  readonly not: boolean;
}

const { keys, states }: QueryLanguage = datasetQuery;

/** A condition of the search, as a filter says it. */
export function filterWords(term: Term): FilterWords {
  const { key, not } = term;
  if ('word' in term) return { about: undefined, value: states[term.word]?.label ?? term.word, not };
  if ('range' in term) return { about: keys[key]?.label, value: rangeWords(term), not };
  const { text } = term;
  if (key === 'word') return { about: undefined, value: text, not };
  return { about: keys[key]?.label, value: isReader(term) ? 'you' : unescaped(text), not };
}

/** Whether it asks for what is the reader's own. */
function isReader(term: Term): boolean {
  return 'text' in term && term.text === 'me' && keys[term.key]?.isPeople === true;
}

/** The same in one line: "Owner: ada", "Not Owner: ada". */
export function filterText(term: Term): string {
  const { about, value, not } = filterWords(term);
  return `${not ? 'Not ' : ''}${about === undefined ? value : `${about}: ${value}`}`;
}

/** What an option of a filter is called: the value itself. */
export function optionText({ term, label }: Pick<FilterOption, 'term' | 'label'>): string {
  if (isReader(term)) return 'You';
  if ('text' in term) return label;
  const { value } = filterWords(term);
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** The values of a range are those of its key's kind. */
function rangeWords({ key, range }: RangeTerm): string {
  return kindOfKey(key) === 'count' ? countWords(range as Comparison<number>) : timeWords(range as Comparison<string>);
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
