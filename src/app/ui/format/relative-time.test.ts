import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { relativeTime } from './relative-time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('relativeTime', () => {
  it.each([
    ['now', 0, 0, 'second'],
    ['a moment ago', -4 * second, 0, 'second'],
    ['seconds', -12 * second, -12, 'second'],
    ['a minute less a moment', -minute + 1, -59, 'second'],
    ['a minute', -minute, -1, 'minute'],
    ['whole minutes only', -119 * second, -1, 'minute'],
    ['an hour', -hour, -1, 'hour'],
    ['not yet two hours', -119 * minute, -1, 'hour'],
    ['a day', -day, -1, 'day'],
    ['30 days', -30 * day, -30, 'day'],
    ['31 days', -31 * day, -1, 'month'],
    ['a year', -366 * day, -1, 'year'],
    ['three years', -3 * 366 * day, -3, 'year'],
    ['a clock that is ahead', 40 * second, 0, 'second'],
    ['the future', 3 * hour + 1, 3, 'hour'],
  ])('%s', (_, aheadMs, count, unit) => {
    expect(relativeTime(1e12 + aheadMs, 1e12)).toEqual({ count, unit });
  });

  it('never calls what is longer ago by a smaller count of the same unit, and is never off by a whole unit', () => {
    fc.assert(
      fc.property(fc.nat(3e11), fc.nat(1e10), (agoMs, moreMs) => {
        const near = relativeTime(-agoMs, 0);
        const far = relativeTime(-agoMs - moreMs, 0);
        if (near.unit === far.unit) expect(far.count).toBeLessThanOrEqual(near.count);
        expect(near.count).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('formatRelativeTime', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['en-GB', { count: -4, unit: 'minute' }, '4 min ago'],
    ['en', { count: -1, unit: 'hour' }, '1 hr ago'],
    ['en', { count: 0, unit: 'second' }, 'now'],
    ['en', { count: 3, unit: 'month' }, 'in 3 mo'],
    ['de', { count: -4, unit: 'minute' }, 'vor 4 Min.'],
    ['ar', { count: 0, unit: 'second' }, 'الآن'],
  ] as const)('in %s: %o', async (locale, time, text) => {
    vi.stubGlobal('navigator', { languages: [locale] });
    const { formatRelativeTime, relativeTimeLocale } = await import('./relative-time.ts');
    expect(formatRelativeTime(time)).toBe(text);
    expect(formatRelativeTime(time)).toBe(text);
    expect(relativeTimeLocale()).toBe(locale);
  });
});
