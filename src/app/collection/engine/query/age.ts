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
export function timeBefore(nowMs: number, { count, unit }: Age): number {
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
