import { expect, it } from 'vitest';
import { dayNote } from './find-day.ts';

const day = { startMs: 100, endMs: 200 };
const words = { formatCount: String, formatDay: (timeMs: number) => `day ${Math.floor(timeMs / 100)}` };

it.each([
  [false, 4, 120, 'The first dataset of day 1 is row 5 of 10.'],
  [true, 4, 199, 'The last dataset of day 1 is row 5 of 10.'],
  [
    false,
    4,
    700,
    'No dataset was created on day 1. The next one, of day 7, is the nearest in this order: row 5 of 10.',
  ],
  [true, 4, 30, 'No dataset was created on day 1. The next one, of day 0, is the nearest in this order: row 5 of 10.'],
  [false, 0, 700, 'day 1 is before the first dataset. That, of day 7, is the nearest in this order: row 1 of 10.'],
  [true, 9, 700, 'day 1 is before the first dataset. That, of day 7, is the nearest in this order: row 10 of 10.'],
  [false, 9, 30, 'day 1 is after the last dataset. That, of day 0, is the nearest in this order: row 10 of 10.'],
  [true, 0, 30, 'day 1 is after the last dataset. That, of day 0, is the nearest in this order: row 1 of 10.'],
])('says where it went (newest first: %s, offset %i, created at %i)', (desc, offset, createdAtMs, text) => {
  expect(dayNote({ day, desc, offset, total: 10, createdAtMs }, words)).toBe(text);
});
