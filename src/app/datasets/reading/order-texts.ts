import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { DatasetSortColumn } from '../fields.ts';
import { shownName } from '../fields.ts';

/** What a dataset has where its place in the list comes from. */
export type OrderValue =
  | { readonly kind: 'time'; readonly timeMs: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string };

/** What a row has in the column that a list is ordered by. */
export function orderValue(row: DatasetListItem, column: DatasetSortColumn): OrderValue {
  switch (column) {
    case 'createdAt':
    case 'modifiedAt':
    case 'accessedAt':
      return { kind: 'time', timeMs: Date.parse(row[column]) };
    case 'itemCount':
    case 'cleanItemCount':
      return { kind: 'number', number: row[column] };
    case 'name':
      return { kind: 'text', text: shownName(row) || 'Unnamed' };
    case 'owner':
      return { kind: 'text', text: row.username || row.userId };
    default:
      return { kind: 'text', text: row[column] ?? '–' };
  }
}

const dayMs = 24 * 3_600_000;

/** How values are written on a scale where there is little room, and in a sentence where there is more. */
export interface OrderTexts {
  readonly short: (value: OrderValue) => string;
  readonly long: (value: OrderValue) => string;
}

/**
 * Writes the values of a scale: times no more exactly than the scale tells them apart, which spans `spanMs`. What is no date is said
 * to have none.
 */
export function orderTexts(options: { readonly locales: readonly string[]; readonly spanMs: number }): OrderTexts {
  const { spanMs } = options;
  const locales = [...options.locales];
  const numbers = new Intl.NumberFormat(locales, { notation: 'compact', maximumFractionDigits: 1 });
  const allDigits = new Intl.NumberFormat(locales);
  const short = new Intl.DateTimeFormat(locales, shortForm(spanMs));
  const long = new Intl.DateTimeFormat(locales, {
    dateStyle: 'medium',
    ...(spanMs < 3 * dayMs ? { timeStyle: 'short' } : {}),
  });
  const write = (value: OrderValue, number: Intl.NumberFormat, time: Intl.DateTimeFormat): string => {
    if (value.kind === 'text') return value.text;
    const given = value.kind === 'time' ? value.timeMs : value.number;
    if (Number.isNaN(new Date(given).getTime())) return '–';
    return (value.kind === 'time' ? time : number).format(given);
  };
  return { short: (value) => write(value, numbers, short), long: (value) => write(value, allDigits, long) };
}

function shortForm(spanMs: number): Intl.DateTimeFormatOptions {
  if (spanMs > 400 * dayMs) return { month: 'short', year: 'numeric' };
  if (spanMs > 3 * dayMs) return { day: 'numeric', month: 'short' };
  return { hour: '2-digit', minute: '2-digit' };
}

/** How far apart the first and the last of some times are, in ms; for ever where there are none. */
export function spanOf(values: readonly (OrderValue | undefined)[]): number {
  const times = values.flatMap((value) =>
    value?.kind === 'time' && !Number.isNaN(value.timeMs) ? [value.timeMs] : [],
  );
  return times.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...times) - Math.min(...times);
}
