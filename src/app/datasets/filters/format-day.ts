import { readerLocales } from '../../ui/format/number-format.ts';

let day: Intl.DateTimeFormat | undefined;

/** The date alone: "Nov 23, 2026". Throws a `RangeError` for `NaN`. */
export function formatDay(timeMs: number): string {
  day ??= new Intl.DateTimeFormat([...readerLocales()], { dateStyle: 'medium' });
  return day.format(timeMs);
}
