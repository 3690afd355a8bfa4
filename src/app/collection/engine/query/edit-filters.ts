import type { FacetValue } from '../facets/facets-of.ts';
import { foldText } from '../match/fold-text.ts';
import { groupOf } from '../match/match-rows.ts';
import { exactPattern } from '../match/text-pattern.ts';
import { parseAge } from './age.ts';
import { withoutTerms, withTerm } from './edit-query.ts';
import { formatTerm } from './format-query.ts';
import type { Comparison, CountKey, Term, TimeKey } from './query-term.ts';

/** What the filters beside the table, and the menu on a value, do to a query's text. */

/** A condition on a number or a time. */
export type RangeTerm = Extract<Term, { readonly range: unknown }>;

/**
 * The text once a value of a filter was chosen. Values are alternatives; but an open bound holds in any case, so it takes the place
 * of what was said of the same thing, and gives way to a value.
 */
export function withValue(text: string, term: Term): string {
  const isReplaced = (other: Term) => isSameThing(other, term) && (isOpenBound(term) || isOpenBound(other));
  return withTerm(withoutTerms(text, isReplaced), term);
}

/** The text once a value of a filter was unticked, however it was written: a name in other case, the reader's own for `me`. */
export function withoutValue(text: string, { term, label }: Pick<FacetValue, 'term' | 'label'>): string {
  const forms = new Set([foldText(formatTerm(term))]);
  if ('text' in term) forms.add(foldText(formatTerm({ ...term, text: exactPattern(label) })));
  return withoutTerms(text, (other) => forms.has(foldText(formatTerm(other))));
}

/** From where to where, both included; `undefined` leaves an end open. */
interface Ends<Value> {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

type CountEnds = Ends<number> & { readonly key: CountKey };
type TimeEnds = Ends<string> & { readonly key: TimeKey };

/** The text with a range instead of all else that is asked for of that key; days are written as in `2026-01-15`. */
export function withRange(text: string, ends: CountEnds | TimeEnds): string {
  const rest = withoutTerms(text, (term) => term.key === ends.key && !term.not);
  const term = isCounts(ends) ? countTerm(ends) : timeTerm(ends);
  return term === undefined ? rest : withTerm(rest, term);
}

/** The text with a bound (`>=` or `<=`) instead of all else that is asked for of that key, the bound at the other end kept. */
export function withBound(text: string, term: RangeTerm): string {
  const isKept = (other: Term) => isOpenBound(other) && isLowerBound(other) !== isLowerBound(term);
  return withTerm(
    withoutTerms(text, (other) => isSameThing(other, term) && !isKept(other)),
    term,
  );
}

function isCounts(ends: CountEnds | TimeEnds): ends is CountEnds {
  return ends.key === 'items' || ends.key === 'clean';
}

function countTerm(ends: CountEnds): Term | undefined {
  const range = comparisonOf(ends);
  return range && { key: ends.key, not: false, range };
}

function timeTerm(ends: TimeEnds): Term | undefined {
  const range = comparisonOf(ends);
  return range && { key: ends.key, not: false, range };
}

function comparisonOf<Value extends number | string>({ from, to }: Ends<Value>): Comparison<Value> | undefined {
  if (from !== undefined && to !== undefined) {
    if (from === to) return { op: '=', value: from };
    return from < to ? { op: '..', from, to } : { op: '..', from: to, to: from };
  }
  if (from !== undefined) return { op: '>=', value: from };
  return to === undefined ? undefined : { op: '<=', value: to };
}

function isSameThing(other: Term, term: Term): boolean {
  return !other.not && groupOf(other) === groupOf(term);
}

function isOpenBound(term: Term): term is RangeTerm {
  return 'range' in term && term.range.op !== '=' && term.range.op !== '..';
}

/** Less than seven days ago is after that. */
function isLowerBound({ range }: RangeTerm): boolean {
  const isAge = range.op !== '..' && parseAge(String(range.value)) !== undefined;
  return range.op.startsWith('>') !== isAge;
}
