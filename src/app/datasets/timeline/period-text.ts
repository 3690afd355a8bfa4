import type { TimeStep } from '../../collection/engine/facets/time-steps.ts';
import { readerLocales } from '../../ui/format/number-format.ts';

/** A stretch of the calendar in ms since 1970: from `startMs` to before `endMs`. */
interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

/** How a step of the timeline is called. */
export function stepText({ unit, count }: TimeStep): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}

const longForms: Readonly<Record<TimeStep['unit'], Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

const shortForms: Readonly<Record<TimeStep['unit'], Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A bucket in full: "March 2026", "Mar 2 – 8, 2026". */
export function periodText(period: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords(period, { form: longForms[step.unit], isRange: step.unit === 'week' || step.count > 1, locales });
}

/** Where a bucket begins, for an axis: "Mar 2026". */
export function axisText({ startMs }: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords({ startMs, endMs: startMs + 1 }, { form: shortForms[step.unit], isRange: false, locales });
}

/** Several buckets together: "March – May 2026". */
export function spanText(period: Period, step: TimeStep, locales = readerLocales()): string {
  return inWords(period, { form: longForms[step.unit], isRange: true, locales });
}

/** Times that are no dates any more (a server may say anything) are shown as what they are. */
function inWords(
  { startMs, endMs }: Period,
  options: {
    readonly form: Intl.DateTimeFormatOptions;
    readonly isRange: boolean;
    readonly locales: readonly string[];
  },
): string {
  const { form, isRange, locales } = options;
  const key = `${JSON.stringify(form)} ${locales}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat([...locales], form);
  formats.set(key, format);
  try {
    return isRange ? format.formatRange(startMs, endMs - 1) : format.format(startMs);
  } catch {
    return 'far away';
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
