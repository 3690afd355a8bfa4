import type { Comparison } from './query-language.ts';
import { isDayWord, parseAge, parseDate } from './time-values.ts';

const opForm = /^(<=|>=|<|>|=)?(.*)$/s;
const countForm = /^(\d+|\d{1,3}(?:[,_]\d{3})+)(\.\d+)?(k|m)?$/i;
const shortForms: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 };

/** What each kind of value is, for the reader. */
const kinds = {
  count: { read: readCount, rule: 'a whole number, as in >1000, <=5, 10..20 or 1k' },
  time: { read: readTime, rule: 'a date, as in 2026, 2026-01, 2026-01-15 or today, or an age, as in <7d or >1y' },
} as const;

/** Reads a condition on a number of items. The answer is a text where it is none: why, in words for the reader. */
export function parseComparison(text: string, kind: 'count'): Comparison<number> | string;
/** Reads a condition on a point in time, in the same way. */
export function parseComparison(text: string, kind: 'time'): Comparison<string> | string;
export function parseComparison(
  text: string,
  kind: keyof typeof kinds,
): Comparison<number> | Comparison<string> | string {
  const { read, rule } = kinds[kind];
  const comparison = readComparison<number | string>(text, read);
  if (comparison === undefined) return `This needs ${rule}.`;
  const problem = comparison.op === '..' ? rangeProblem(comparison) : bareAgeProblem(comparison);
  // All values come from one `read`.
  return problem ?? (comparison as Comparison<number> | Comparison<string>);
}

function readComparison<Value>(text: string, read: (text: string) => Value | undefined): Comparison<Value> | undefined {
  const dots = text.indexOf('..');
  if (dots >= 0) return readOpenRange(text.slice(0, dots), text.slice(dots + 2), read);
  const [, op = '=', rest = ''] = opForm.exec(text) ?? [];
  const value = read(rest);
  return value === undefined ? undefined : { op: op as '=' | '<' | '<=' | '>' | '>=', value };
}

/** `10..` is `>=10`, `..10` is `<=10`. */
function readOpenRange<Value>(
  fromText: string,
  toText: string,
  read: (text: string) => Value | undefined,
): Comparison<Value> | undefined {
  const from = read(fromText);
  const to = read(toText);
  if (from !== undefined && to !== undefined) return { op: '..', from, to };
  if (from !== undefined && toText === '') return { op: '>=', value: from };
  if (to !== undefined && fromText === '') return { op: '<=', value: to };
  return undefined;
}

function rangeProblem({
  from,
  to,
}: {
  readonly from: number | string;
  readonly to: number | string;
}): string | undefined {
  if (typeof from === 'number' || typeof to === 'number') return from > to ? backwards : undefined;
  const ages = [from, to].filter((one) => parseAge(one) !== undefined).length;
  if (ages > 0)
    return 'A range is from a date to a date. For ages write two bounds, as in >7d <30d, each with its key.';
  // Where "today" stands depends on the day on which it is asked.
  if (isDayWord(from) || isDayWord(to)) return undefined;
  const [start, end] = [parseDate(from, 0), parseDate(to, 0)];
  return start && end && start.startMs >= end.endMs ? backwards : undefined;
}

const backwards = 'The range runs backwards: the first value is above the second.';

function bareAgeProblem({ op, value }: { readonly op: string; readonly value: number | string }): string | undefined {
  if (op !== '=' || typeof value === 'number' || parseAge(value) === undefined) return undefined;
  return `An age needs < or >: <${value} is less than that ago, >${value} is longer ago.`;
}

function readCount(text: string): number | undefined {
  const match = countForm.exec(text);
  if (match === null) return undefined;
  const [, digits = '', fraction = '', short = ''] = match;
  const count = Number(digits.replaceAll(/[,_]/g, '') + fraction) * (shortForms[short.toLowerCase()] ?? 1);
  const rounded = Math.round(count);
  return Number.isSafeInteger(rounded) && Math.abs(count - rounded) < 1e-6 ? rounded : undefined;
}

/** The canonical form of a date or an age. */
function readTime(text: string): string | undefined {
  const lower = text.toLowerCase();
  const canonical = lower.replace(/^(\d+)m$/, '$1mo').replace('t', 'T');
  if (parseAge(canonical) !== undefined) return canonical;
  if (isDayWord(lower)) return lower;
  return parseDate(canonical, 0) === undefined ? undefined : canonical;
}
