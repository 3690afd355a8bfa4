import { readerLocales } from './number-format.ts';
import { englishClock, isPlainEnglish } from './plain-english.ts';

let full: Intl.DateTimeFormat | undefined;
let compact: Intl.DateTimeFormat | undefined;
let clock: Intl.DateTimeFormat | undefined;

/** Everything, the zone included: "Monday, November 23, 2026 at 9:20:06 PM GMT+1". Throws a `RangeError` for `NaN`. */
export function formatFullTime(timeMs: number): string {
  full ??= new Intl.DateTimeFormat([...readerLocales()], { dateStyle: 'full', timeStyle: 'long' });
  return full.format(timeMs);
}

/** Date and time to the second, in the width of a column: "Nov 23, 2026, 21:20:06". Throws a `RangeError` for `NaN`. */
export function formatCompactTime(timeMs: number): string {
  compact ??= new Intl.DateTimeFormat([...readerLocales()], { dateStyle: 'medium', timeStyle: 'short' });
  return compact.format(timeMs);
}

/** The time of day to the minute: "14:03", "2:03 PM". Throws a `RangeError` for `NaN`. */
function formatClock(timeMs: number): string {
  const locales = readerLocales();
  if (isPlainEnglish(locales)) return englishClock(timeMs, locales[0]);
  clock ??= new Intl.DateTimeFormat([...locales], { timeStyle: 'short' });
  return clock.format(timeMs);
}

/** When something was: the time of day, and the day unless it is today. Throws a `RangeError` for `NaN`. */
export function formatSince(timeMs: number, nowMs = Date.now()): string {
  const isToday = new Date(timeMs).toDateString() === new Date(nowMs).toDateString();
  return isToday ? formatClock(timeMs) : formatCompactTime(timeMs);
}
