import type { Comparison } from './query-language.ts';

/** A stretch of time in ms since 1970: from `startMs` to before `endMs`. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

const dateForm = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}))?)?)?)?)?$/;
const dayWords: readonly string[] = ['today', 'yesterday'];

/**
 * The time that a date stands for, in the zone of the runtime: `2026` is a year, `2026-01` a month, `2026-01-15` a day,
 * `2026-01-15T14` an hour, and so on to the second; `today` and `yesterday` are days. `undefined` when the text is no date, or names
 * a day that there is not.
 */
export function parseDate(text: string, nowMs: number): TimeSpan | undefined {
  const dayWord = dayWords.indexOf(text);
  if (dayWord >= 0) return dayBefore(nowMs, dayWord);
  const groups = dateForm.exec(text)?.slice(1);
  if (groups === undefined) return undefined;
  const given = groups.filter((group) => group !== undefined).map(Number);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = given;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const parts = [year, month, day, hour, minute, second];
  const next = parts.map((part, index) => (index === given.length - 1 ? part + 1 : part));
  return { startMs: localMs(parts), endMs: localMs(next) };
}

/** Whether a date depends on the day on which it is asked. */
export function isDayWord(text: string): boolean {
  return dayWords.includes(text);
}

/** The calendar day that `days` days lie between and `nowMs`: 0 for today. */
function dayBefore(nowMs: number, days: number): TimeSpan {
  const now = new Date(nowMs);
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate() - days];
  return { startMs: localMs([year, month, day]), endMs: localMs([year, month, day + 1]) };
}

/** Like the constructor of `Date`, but a year below 100 is that year. An hour that the clock leaves out is the one after it. */
function localMs(parts: readonly number[]): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(2000, 0, 1, hour, minute, second);
  date.setFullYear(year, month - 1, day);
  date.setHours(hour, minute, second, 0);
  return date.getTime();
}

function daysIn(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(2000, 0, 1));
  lastDay.setUTCFullYear(year, month, 0);
  return lastDay.getUTCDate();
}

/** A length of time back from now. */
export interface Age {
  readonly count: number;
  readonly unit: 'min' | 'h' | 'd' | 'w' | 'mo' | 'y';
}

const ageForm = /^(\d{1,5})(min|h|d|w|mo|y)$/;
const minuteMs = 60_000;

/** Reads `30min`, `12h`, `7d`, `2w`, `3mo`, `1y`; `undefined` when it is none of them. */
export function parseAge(text: string): Age | undefined {
  const match = ageForm.exec(text);
  // The form has no other unit.
  return match === null ? undefined : { count: Number(match[1]), unit: match[2] as Age['unit'] };
}

/**
 * The time that was so long before `nowMs`, in ms since 1970. Days and longer are those of the calendar in the zone of the runtime:
 * seven days ago is the same hour, also when the clock was put back in between. A day that a month has not is its last one.
 */
function timeBefore(nowMs: number, { count, unit }: Age): number {
  if (unit === 'min') return nowMs - count * minuteMs;
  if (unit === 'h') return nowMs - count * 60 * minuteMs;
  const date = new Date(nowMs);
  if (unit === 'd' || unit === 'w') {
    date.setDate(date.getDate() - (unit === 'w' ? 7 * count : count));
    return date.getTime();
  }
  const day = date.getDate();
  date.setMonth(date.getMonth() - (unit === 'y' ? 12 * count : count));
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}

/** Times in whole ms since 1970, both included. */
export interface TimeLimits {
  readonly least: number;
  readonly most: number;
}

const nothing: TimeLimits = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

/**
 * Between which times a condition holds. A date stands for all of its day, month or year: `>2026-01` begins in February. For an
 * age `<` is later than that long ago.
 */
export function timeLimits(range: Comparison<string>, nowMs: number): TimeLimits {
  if (range.op === '..') {
    const [from, to] = [parseDate(range.from, nowMs), parseDate(range.to, nowMs)];
    return from && to ? { least: from.startMs, most: to.endMs - 1 } : nothing;
  }
  const age = parseAge(range.value);
  if (age) return ageLimits(range.op, timeBefore(nowMs, age));
  const span = parseDate(range.value, nowMs);
  return span ? spanLimits(range.op, span) : nothing;
}

type BoundOp = '=' | '<' | '<=' | '>' | '>=';

function spanLimits(op: BoundOp, { startMs, endMs }: TimeSpan): TimeLimits {
  const [always, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (op) {
    case '=':
      return { least: startMs, most: endMs - 1 };
    case '<':
      return { least: always, most: startMs - 1 };
    case '<=':
      return { least: always, most: endMs - 1 };
    case '>':
      return { least: endMs, most: never };
    case '>=':
      return { least: startMs, most: never };
  }
}

/** An age has no length: nothing is that old to the millisecond but by chance, so `=` is not offered. */
function ageLimits(op: BoundOp, thenMs: number): TimeLimits {
  const [always, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (op) {
    case '<':
      return { least: thenMs + 1, most: never };
    case '<=':
      return { least: thenMs, most: never };
    case '>':
      return { least: always, most: thenMs - 1 };
    case '>=':
      return { least: always, most: thenMs };
    case '=':
      return { least: thenMs, most: thenMs };
  }
}

/** The API's own order, as keys that never fall along it: so one search finds a day in either direction. */
export interface DayOrder {
  /** The key of a row, by when it was created, in ms since 1970. */
  readonly keyOf: (createdAtMs: number) => number;
  /** The least key of a row that is of the day, or comes after it in this order. */
  readonly dayKey: number;
}

/** The keys by which a day is looked for: newest first, its first row is the last one that was created in it. */
export function dayOrder({ startMs, endMs }: TimeSpan, desc: boolean): DayOrder {
  return desc
    ? { keyOf: (createdAtMs) => -createdAtMs, dayKey: -(endMs - 1) }
    : { keyOf: (createdAtMs) => createdAtMs, dayKey: startMs };
}
