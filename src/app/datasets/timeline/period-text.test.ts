import { describe, expect, it } from 'vitest';
import { axisText, periodText, spanText, stepText } from './period-text.ts';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
const en = ['en-US'];

/** `Intl` puts thin and other spaces between what it joins. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a stretch of the calendar in words', () => {
  it.each([
    ['day', 1, at(2026, 3, 2), at(2026, 3, 3), 'Mon, Mar 2, 2026', 'Mar 2, 2026'],
    ['week', 1, at(2026, 3, 2), at(2026, 3, 9), 'Mar 2 – 8, 2026', 'Mar 2026'],
    ['month', 1, at(2026, 3, 1), at(2026, 4, 1), 'March 2026', 'Mar 2026'],
    ['year', 1, at(2026, 1, 1), at(2027, 1, 1), '2026', '2026'],
    ['year', 10, at(2020, 1, 1), at(2030, 1, 1), '2020 – 2029', '2020'],
  ] as const)('a %s × %i', (unit, count, startMs, endMs, long, short) => {
    expect(plain(periodText({ startMs, endMs }, { unit, count }, en))).toBe(long);
    expect(plain(axisText({ startMs, endMs }, { unit, count }, en))).toBe(short);
  });

  it('says several together', () => {
    const period = { startMs: at(2026, 3, 1), endMs: at(2026, 6, 1) };
    expect(plain(spanText(period, { unit: 'month', count: 1 }, en))).toBe('March – May 2026');
  });

  it('never fails, however far away', () => {
    expect(periodText({ startMs: 9e15, endMs: 9.1e15 }, { unit: 'year', count: 10_000 }, en)).toBe('far away');
  });

  it('calls the steps by name', () => {
    expect([stepText({ unit: 'week', count: 1 }), stepText({ unit: 'year', count: 10 })]).toEqual(['week', '10 years']);
  });
});
