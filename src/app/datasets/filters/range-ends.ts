import { timeLimits } from '../../collection/engine/match/time-limits.ts';
import { parseAge } from '../../collection/engine/query/age.ts';
import type { CountKey, Term, TimeKey } from '../../collection/engine/query/query-term.ts';

/** The texts of the two fields of a range; empty where an end is open. */
export interface RangeEnds {
  readonly from: string;
  readonly to: string;
}

const open: RangeEnds = { from: '', to: '' };

/** What the fields of a range of numbers show of a search: nothing where several values are alternatives. */
export function countEnds(terms: readonly Term[], key: CountKey): RangeEnds {
  return endsOf(
    terms.flatMap((term) => {
      if (term.key !== key || term.not) return [];
      const { range } = term;
      if (range.op === '..') return { from: String(range.from), to: String(range.to), isClosed: true };
      const { op, value } = range;
      if (op === '=') return { from: String(value), to: String(value), isClosed: true };
      if (op.startsWith('>')) return { from: String(op === '>' ? value + 1 : value), to: '', isClosed: false };
      return { from: '', to: String(op === '<' ? value - 1 : value), isClosed: false };
    }),
  );
}

/** What the fields of a range of days show; nothing of ages, which are no days. */
export function dayEnds(terms: readonly Term[], key: TimeKey, nowMs: number): RangeEnds {
  return endsOf(
    terms.flatMap((term) => {
      if (term.key !== key || term.not) return [];
      const { range } = term;
      if (range.op !== '..' && parseAge(range.value) !== undefined) return [];
      const { least, most } = timeLimits(range, nowMs);
      return { from: dayOf(least), to: dayOf(most), isClosed: range.op === '=' || range.op === '..' };
    }),
  );
}

/** The local day of a time as a date field has it: `2026-01-15`. Empty when there is none. */
export function dayOf(timeMs: number): string {
  const date = new Date(timeMs);
  const year = date.getFullYear();
  if (!(year >= 0 && year <= 9999)) return '';
  return [String(year).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function endsOf(ranges: readonly (RangeEnds & { readonly isClosed: boolean })[]): RangeEnds {
  const [first, second] = ranges;
  if (first === undefined) return open;
  if (second === undefined) return { from: first.from, to: first.to };
  if (ranges.length > 2 || first.isClosed || second.isClosed) return open;
  return { from: first.from || second.from, to: first.to || second.to };
}
