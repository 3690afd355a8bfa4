import type { TimeSpan } from '../../collection/engine/query/date-span.ts';

/** Where a search for a day has ended. */
export interface FoundDay {
  readonly day: TimeSpan;
  readonly desc: boolean;
  /** Rows before the one that was found. */
  readonly offset: number;
  readonly total: number;
  /** When that was created, in ms since 1970. */
  readonly createdAtMs: number;
}

/** What going to a date has done, in one sentence. `formatDay` writes the day that a point in time is in. */
export function dayNote(
  found: FoundDay,
  options: { readonly formatCount: (count: number) => string; readonly formatDay: (timeMs: number) => string },
): string {
  const { day, desc, offset, total, createdAtMs } = found;
  const { formatCount, formatDay } = options;
  const wanted = formatDay(day.startMs);
  const row = `row ${formatCount(offset + 1)} of ${formatCount(total)}`;
  if (createdAtMs >= day.startMs && createdAtMs < day.endMs) {
    return `The ${desc ? 'last' : 'first'} dataset of ${wanted} is ${row}.`;
  }
  const nearest = `of ${formatDay(createdAtMs)}, is the nearest in this order: ${row}.`;
  const isFirst = createdAtMs >= day.endMs && (desc ? offset === total - 1 : offset === 0);
  const isLast = createdAtMs < day.startMs && (desc ? offset === 0 : offset === total - 1);
  if (isFirst) return `${wanted} is before the first dataset. That, ${nearest}`;
  if (isLast) return `${wanted} is after the last dataset. That, ${nearest}`;
  return `No dataset was created on ${wanted}. The next one, ${nearest}`;
}
