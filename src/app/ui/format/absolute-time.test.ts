import { expect, it } from 'vitest';
import { formatCompactTime, formatSince } from './absolute-time.ts';

it('names the day, unless it is today', () => {
  const noon = new Date(2026, 2, 1, 12).getTime();
  const evening = new Date(2026, 2, 1, 23, 59).getTime();
  expect(formatSince(noon, evening)).not.toBe(formatCompactTime(noon));
  expect(formatSince(noon, evening + 60_000)).toBe(formatCompactTime(noon));
});
