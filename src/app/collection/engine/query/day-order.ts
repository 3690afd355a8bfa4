import type { TimeSpan } from './date-span.ts';

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
