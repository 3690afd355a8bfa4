import type { Comparison, Term } from './query-language.ts';
import { parseAge, type TimeSpan, timeLimits } from './time-values.ts';

/** Ranges as what is asked of a key, and what is asked as ranges. */

/** From where to where, both included; an end that is left out is open. */
export interface Ends<Value> {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

/** The condition to be between two ends, whichever is first; `undefined` where both are open. */
export function rangeBetween<Value extends number | string>({ from, to }: Ends<Value>): Comparison<Value> | undefined {
  if (from === undefined) return to === undefined ? undefined : { op: '<=', value: to };
  if (to === undefined) return { op: '>=', value: from };
  if (from === to) return { op: '=', value: from };
  return from < to ? { op: '..', from, to } : { op: '..', from: to, to: from };
}

/** The condition to be a number of a bin, both ends included; without an upper end when that is infinite. */
export function rangeOfBin({ from, to }: { readonly from: number; readonly to: number }): Comparison<number> {
  if (to === Number.POSITIVE_INFINITY) return { op: '>=', value: from };
  return from === to ? { op: '=', value: from } : { op: '..', from, to };
}

/**
 * The condition to be in a stretch of the calendar, in whole days of the runtime's zone; as years or months where the stretch is made
 * of them. Where the language has no year for an end (before 0, after 9999), that end stays open; `undefined` when neither has.
 */
export function rangeOfSpan({ startMs, endMs }: TimeSpan): Comparison<string> | undefined {
  const [start, end] = [new Date(startMs), new Date(endMs)];
  const parts = isYear(start) && isYear(end) ? 1 : start.getDate() === 1 && end.getDate() === 1 ? 2 : 3;
  return rangeBetween({ from: dateText(start, parts), to: dateText(new Date(endMs - 1), parts) });
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

/** The local day of a time as a date field has it: `2026-01-15`. Empty when there is none. */
export function dayOf(timeMs: number): string {
  return dateText(new Date(timeMs), 3) ?? '';
}

/** Times in ms since 1970, both included; an end that is open is infinite. */
export interface AskedTime {
  readonly firstMs: number;
  readonly lastMs: number;
}

/**
 * The time that a query's terms of a key are about: alternatives together, cut by its open bounds. What `-` leaves out of it counts as
 * in it. `undefined` when nothing is said of it, or nothing can be in it.
 */
export function askedTime(terms: readonly Term[], key: string, nowMs: number): AskedTime | undefined {
  let alternatives: AskedTime | undefined;
  let [firstMs, lastMs] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const range of rangesOf<string>(terms, key)) {
    const { least, most } = timeLimits(range, nowMs);
    if (range.op === '=' || range.op === '..') {
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

/** What is asked of a key, but for what is left out. The values are those of the key's kind. */
function rangesOf<Value extends number | string>(terms: readonly Term[], key: string): Comparison<Value>[] {
  return terms.flatMap((term) =>
    term.key === key && !term.not && 'range' in term ? (term.range as Comparison<Value>) : [],
  );
}

/** The texts of the two fields of a range; empty where an end is open. */
export interface RangeEnds {
  readonly from: string;
  readonly to: string;
}

const open: RangeEnds = { from: '', to: '' };

/** What the fields of a range of numbers show of a search: nothing where several values are alternatives. */
export function countEnds(terms: readonly Term[], key: string): RangeEnds {
  return endsOf(
    rangesOf<number>(terms, key).map((range) => {
      if (range.op === '..') return { from: String(range.from), to: String(range.to), isClosed: true };
      const { op, value } = range;
      if (op === '=') return { from: String(value), to: String(value), isClosed: true };
      if (op.startsWith('>')) return { from: String(op === '>' ? value + 1 : value), to: '', isClosed: false };
      return { from: '', to: String(op === '<' ? value - 1 : value), isClosed: false };
    }),
  );
}

/** What the fields of a range of days show; nothing of ages, which are no days. */
export function dayEnds(terms: readonly Term[], key: string, nowMs: number): RangeEnds {
  return endsOf(
    rangesOf<string>(terms, key).flatMap((range) => {
      if (range.op !== '..' && parseAge(range.value) !== undefined) return [];
      const { least, most } = timeLimits(range, nowMs);
      return { from: dayOf(least), to: dayOf(most), isClosed: range.op === '=' || range.op === '..' };
    }),
  );
}

function endsOf(ranges: readonly (RangeEnds & { readonly isClosed: boolean })[]): RangeEnds {
  const [first, second] = ranges;
  if (first === undefined) return open;
  if (second === undefined) return { from: first.from, to: first.to };
  if (ranges.length > 2 || first.isClosed || second.isClosed) return open;
  return { from: first.from || second.from, to: first.to || second.to };
}
