import { foldText } from './fold-text.ts';
import { type ParsedQuery, parseQuery, type QueryPart } from './parse-query.ts';
import { formatTerm, groupOf, isOpenBound, type RangeTerm, type Term } from './query-language.ts';
import { type Ends, rangeBetween } from './range-terms.ts';
import { exactPattern } from './text-pattern.ts';
import { parseAge } from './time-values.ts';

/**
 * Changes to a query's text, as clicks make them: the text is the one home of all filters. What the reader typed elsewhere in it stays as it
 * is, also what could not be understood; parts are put together with one space between them.
 */

/** The text with a term in it: unchanged when it has the term already. The same term turned round is replaced. */
export function withTerm(query: ParsedQuery, term: Term): string {
  if (hasTerm(query, term)) return query.text;
  const opposite = formatTerm({ ...term, not: !term.not });
  return joined(query, { keep: (other) => formatTerm(other) !== opposite, add: term });
}

/** The text with this term instead of all others about the same thing: "only this", a selected range. Words are never replaced. */
export function withOnlyTerm(query: ParsedQuery, term: Term): string {
  return joined(query, { keep: (other) => term.key === 'word' || !isAboutSame(query, other, term), add: term });
}

/** The text without a term, wherever it stands. */
export function withoutTerm(query: ParsedQuery, term: Term): string {
  const form = formatTerm(term);
  return joined(query, { keep: (other) => formatTerm(other) !== form });
}

/** The text without all terms about one thing (`groupOf`). */
export function withoutGroup(query: ParsedQuery, group: string): string {
  return joined(query, { keep: (term) => groupOf(term, query.language) !== group });
}

/** Whether a query has a term, however it is written. */
export function hasTerm({ terms }: ParsedQuery, term: Term): boolean {
  const form = formatTerm(term);
  return terms.some((other) => formatTerm(other) === form);
}

/**
 * The text once a value of a filter was chosen. Values are alternatives; but an open bound holds in any case, so it takes the place
 * of what was said of the same thing, and gives way to a value.
 */
export function withValue(query: ParsedQuery, term: Term): string {
  const isReplaced = (other: Term) => isAskedOfSame(query, other, term) && (isOpenBound(term) || isOpenBound(other));
  return withTerm(without(query, isReplaced), term);
}

/**
 * The text once a value of a filter was unticked, however it was written: a name in other case, the reader's own (`label`, the value
 * itself) for `me`.
 */
export function withoutValue(
  query: ParsedQuery,
  { term, label }: { readonly term: Term; readonly label: string },
): string {
  const forms = new Set([foldText(formatTerm(term))]);
  if ('text' in term) forms.add(foldText(formatTerm({ ...term, text: exactPattern(label) })));
  return joined(query, { keep: (other) => !forms.has(foldText(formatTerm(other))) });
}

/** The text with a range instead of all else that is asked for of that key; days are written as in `2026-01-15`. */
export function withRange(
  query: ParsedQuery,
  { key, ...ends }: { readonly key: string } & (Ends<number> | Ends<string>),
): string {
  const rest = without(query, (term) => term.key === key && !term.not);
  const range = rangeBetween<number | string>(ends);
  // Both ends are of one kind.
  return range === undefined ? rest.text : withTerm(rest, { key, not: false, range } as RangeTerm);
}

/** The text with a bound (`>=` or `<=`) instead of all else that is asked for of that key, the bound at the other end kept. */
export function withBound(query: ParsedQuery, term: RangeTerm): string {
  const isKept = (other: Term) => isOpenBound(other) && isLowerBound(other) !== isLowerBound(term);
  return withTerm(
    without(query, (other) => isAskedOfSame(query, other, term) && !isKept(other)),
    term,
  );
}

function isAboutSame({ language }: ParsedQuery, other: Term, term: Term): boolean {
  return groupOf(other, language) === groupOf(term, language);
}

function isAskedOfSame(query: ParsedQuery, other: Term, term: Term): boolean {
  return !other.not && isAboutSame(query, other, term);
}

/** Less than seven days ago is after that. */
function isLowerBound({ range }: RangeTerm): boolean {
  const isAge = range.op !== '..' && parseAge(String(range.value)) !== undefined;
  return range.op.startsWith('>') !== isAge;
}

/** The query without the terms for which `isGone` holds. */
function without(query: ParsedQuery, isGone: (term: Term) => boolean): ParsedQuery {
  return parseQuery(joined(query, { keep: (term) => !isGone(term) }), query.language);
}

function joined({ text, parts }: ParsedQuery, { keep, add }: { keep: (term: Term) => boolean; add?: Term }): string {
  const kept = parts.filter(({ term }) => term === undefined || keep(term));
  const forms = kept.map((part) => formOf(text, part));
  return [...forms, ...(add === undefined ? [] : [formatTerm(add)])].join(' ');
}

/** A part as it was typed; but quotes that were never closed would swallow what comes after them. */
function formOf(text: string, { start, end, term, isOpen }: QueryPart): string {
  const typed = text.slice(start, end);
  if (!isOpen) return typed;
  if (term !== undefined) return formatTerm(term);
  // A last backslash that spares nothing yet would spare the quote.
  const backslashes = /\\*$/.exec(typed)?.[0].length ?? 0;
  return backslashes % 2 === 1 ? `${typed}\\"` : `${typed}"`;
}
