import { timeLimits } from '../match/time-limits.ts';
import type { TimeSpan } from './date-span.ts';
import type { Comparison, Term } from './query-term.ts';

/**
 * The term for what was created in a stretch of the calendar, in whole days of the runtime's zone; as years or months where the stretch
 * is made of them. Where the language has no year for an end (before 0, after 9999), that end stays open; `undefined` when neither has.
 */
export function createdTerm({ startMs, endMs }: TimeSpan): Term | undefined {
  const [start, end] = [new Date(startMs), new Date(endMs)];
  const parts = isYear(start) && isYear(end) ? 1 : start.getDate() === 1 && end.getDate() === 1 ? 2 : 3;
  const from = dateText(start, parts);
  const to = dateText(new Date(endMs - 1), parts);
  const range = rangeOf(from, to);
  return range && { key: 'created', not: false, range };
}

function isYear(date: Date): boolean {
  return date.getMonth() === 0 && date.getDate() === 1;
}

function dateText(date: Date, parts: number): string | undefined {
  const year = date.getFullYear();
  if (!(year >= 0 && year <= 9999)) return undefined;
  const numbers = [String(year).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return numbers.slice(0, parts).join('-');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function rangeOf(from: string | undefined, to: string | undefined): Comparison<string> | undefined {
  if (from === undefined) return to === undefined ? undefined : { op: '<=', value: to };
  if (to === undefined) return { op: '>=', value: from };
  return from === to ? { op: '=', value: from } : { op: '..', from, to };
}

/** Times in ms since 1970, both included; an end that is open is infinite. */
export interface CreatedLimits {
  readonly firstMs: number;
  readonly lastMs: number;
}

/**
 * The time that a query's `created:` terms are about: alternatives together, cut by its open bounds. What `-` leaves out of it counts
 * as in it. `undefined` when nothing is said of it, or nothing can be in it.
 */
export function createdLimits(terms: readonly Term[], nowMs: number): CreatedLimits | undefined {
  let alternatives: CreatedLimits | undefined;
  let [firstMs, lastMs] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const term of terms) {
    if (term.key !== 'created' || term.not) continue;
    const { least, most } = timeLimits(term.range, nowMs);
    if (term.range.op === '=' || term.range.op === '..') {
      alternatives = {
        firstMs: Math.min(alternatives?.firstMs ?? least, least),
        lastMs: Math.max(alternatives?.lastMs ?? most, most),
      };
    } else {
      firstMs = Math.max(firstMs, least);
      lastMs = Math.min(lastMs, most);
    }
  }
  const first = Math.max(firstMs, alternatives?.firstMs ?? firstMs);
  const last = Math.min(lastMs, alternatives?.lastMs ?? lastMs);
  const isSaid = first !== Number.NEGATIVE_INFINITY || last !== Number.POSITIVE_INFINITY;
  return isSaid && first <= last ? { firstMs: first, lastMs: last } : undefined;
}
