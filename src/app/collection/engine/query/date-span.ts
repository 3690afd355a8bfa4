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
