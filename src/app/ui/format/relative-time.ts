import { readerLocales } from './number-format.ts';
import { englishCount, isPlainEnglish } from './plain-english.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Largest first: the first whose length fits is the unit. Months and years are those of the calendar on average. */
const units = [
  { unit: 'year', lengthMs: 365.2425 * dayMs },
  { unit: 'month', lengthMs: 30.436875 * dayMs },
  { unit: 'day', lengthMs: dayMs },
  { unit: 'hour', lengthMs: hourMs },
  { unit: 'minute', lengthMs: minuteMs },
] as const;

export interface RelativeTime {
  /** Negative in the past, 0 for now. */
  readonly count: number;
  readonly unit: (typeof units)[number]['unit'] | 'second';
}

/** Clocks of two machines differ: what is a little ahead of us is now, not the future. */
const nowMs = 5_000;
const skewMs = minuteMs;

/** How long ago `timeMs` was at `atMs` (both since the epoch), in whole units that have passed: 119 min are 1 h. */
export function relativeTime(timeMs: number, atMs: number): RelativeTime {
  const aheadMs = timeMs - atMs;
  if (aheadMs < skewMs && aheadMs > -nowMs) return { count: 0, unit: 'second' };
  const lengthMs = Math.abs(aheadMs);
  const fits = units.find((one) => lengthMs >= one.lengthMs) ?? { unit: 'second', lengthMs: 1000 };
  return { count: Math.trunc(aheadMs / fits.lengthMs), unit: fits.unit };
}

const shortUnits: Readonly<Record<RelativeTime['unit'], string>> = {
  year: 'yr',
  month: 'mo',
  day: 'day',
  hour: 'hr',
  minute: 'min',
  second: 'sec',
};

/** "4 min ago", "in 2 days"; "now" for 0. */
export function englishRelativeTime({ count, unit }: RelativeTime): string {
  if (count === 0) return 'now';
  const length = Math.abs(count);
  const units = `${englishCount(length)} ${shortUnits[unit]}${unit === 'day' && length > 1 ? 's' : ''}`;
  return count < 0 ? `${units} ago` : `in ${units}`;
}

let format: Intl.RelativeTimeFormat | undefined;
let localeName: string | undefined;

/** The language of what `formatRelativeTime` answers. */
export function relativeTimeLocale(): string {
  const locales = readerLocales();
  if (isPlainEnglish(locales)) return locales[0] ?? '';
  format ??= new Intl.RelativeTimeFormat([...locales], { style: 'short' });
  localeName ??= format.resolvedOptions().locale;
  return localeName;
}

/** A relative time in the reader's locale, short: "4 min ago", "now", "vor 3 Tagen". */
export function formatRelativeTime(time: RelativeTime): string {
  if (isPlainEnglish(readerLocales())) return englishRelativeTime(time);
  const { count, unit } = time;
  const locale = relativeTimeLocale();
  const text =
    count === 0
      ? new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' }).format(0, unit)
      : (format ?? new Intl.RelativeTimeFormat(locale)).format(count, unit);
  // English data write "4 min. ago"; a unit has no full stop (ISO 80000-1), and a column of them is noise.
  return locale.startsWith('en') ? text.replace('.', '') : text;
}
