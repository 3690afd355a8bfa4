import { groupOf } from '../match/match-rows.ts';
import { formatTerm } from './format-query.ts';
import { parseQuery, type QueryPart } from './parse-query.ts';
import type { Term } from './query-term.ts';

/**
 * Changes to a query's text, as clicks make them: the text is the one home of all filters. What the reader typed elsewhere in it stays as it
 * is, also what could not be understood; parts are put together with one space between them.
 */

/** The text with a term in it: unchanged when it has the term already. The same term turned round is replaced. */
export function withTerm(text: string, term: Term): string {
  if (hasTerm(text, term)) return text;
  const opposite = formatTerm({ ...term, not: !term.not });
  return joined(text, { keep: (other) => formatTerm(other) !== opposite, add: term });
}

/** The text with this term instead of all others about the same thing: "only this", a selected range. Words are never replaced. */
export function withOnlyTerm(text: string, term: Term): string {
  const group = groupOf(term);
  return joined(text, { keep: (other) => term.key === 'word' || groupOf(other) !== group, add: term });
}

/** The text without a term, wherever it stands. */
export function withoutTerm(text: string, term: Term): string {
  const form = formatTerm(term);
  return joined(text, { keep: (other) => formatTerm(other) !== form });
}

/** The text without all terms about the same thing as `term`. */
export function withoutGroup(text: string, term: Term): string {
  const group = groupOf(term);
  return joined(text, { keep: (other) => groupOf(other) !== group });
}

/** The text without the terms for which `isGone` holds. */
export function withoutTerms(text: string, isGone: (term: Term) => boolean): string {
  return joined(text, { keep: (term) => !isGone(term) });
}

/** Whether a query has a term, however it is written. */
export function hasTerm(text: string, term: Term): boolean {
  const form = formatTerm(term);
  return parseQuery(text).terms.some((other) => formatTerm(other) === form);
}

function joined(text: string, { keep, add }: { keep: (term: Term) => boolean; add?: Term }): string {
  const kept = parseQuery(text).parts.filter(({ term }) => term === undefined || keep(term));
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
