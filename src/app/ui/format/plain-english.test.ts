import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishClock, englishCount, isPlainEnglish } from './plain-english.ts';
import { englishRelativeTime } from './relative-time.ts';

const locales = ['en-US', 'en-GB', 'en'];
const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

describe('plain English', () => {
  it.each([
    [['en-US', 'de'], true],
    [['en'], true],
    [['en-IN'], false],
    [['de', 'en'], false],
    [[], false],
  ])('%j: %s', (given, expected) => {
    expect(isPlainEnglish(given)).toBe(expected);
  });

  it('writes whole numbers as Intl does', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...locales), (count, locale) => {
        expect(englishCount(count)).toBe(new Intl.NumberFormat(locale).format(count));
      }),
    );
  });

  it('writes the time of day as Intl does', () => {
    const time = fc.date({ min: new Date(1970, 0, 2), max: new Date(2100, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.constantFrom(...locales), (given, locale) => {
        const text = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(given);
        // Some versions write a narrow space before "PM".
        expect(englishClock(given.getTime(), locale)).toBe(text.replace(/\s/, ' '));
      }),
    );
  });

  it('writes relative times as Intl does, without full stops', () => {
    const count = fc.integer({ min: -20_000, max: 20_000 }).filter((one) => one !== 0);
    fc.assert(
      fc.property(count, fc.constantFrom(...units), fc.constantFrom(...locales), (given, unit, locale) => {
        const text = new Intl.RelativeTimeFormat(locale, { style: 'short' }).format(given, unit);
        expect(englishRelativeTime({ count: given, unit })).toBe(text.replace('.', ''));
      }),
    );
    const now = new Intl.RelativeTimeFormat('en', { style: 'short', numeric: 'auto' }).format(0, 'second');
    expect(englishRelativeTime({ count: 0, unit: 'second' })).toBe(now);
  });
});
