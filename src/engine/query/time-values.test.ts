import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseComparison } from './parse-comparison.ts';
import { timeLimits } from './time-values.ts';

const zone = process.env.TZ;

afterEach(() => {
  // An assigned `undefined` would be the text "undefined".
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

function limitsIn(timeZone: string, text: string, nowIso: string): [string, string] {
  process.env.TZ = timeZone;
  const range = parseComparison(text, 'time');
  if (typeof range === 'string') throw new Error(range);
  const { least, most } = timeLimits(range, Date.parse(nowIso));
  return [isoOf(least), isoOf(most)];
}

function isoOf(timeMs: number): string {
  return Number.isFinite(timeMs) ? new Date(timeMs).toISOString() : String(timeMs);
}

describe('timeLimits', () => {
  const now = '2026-03-30T10:00:00.000Z';

  it.each([
    ['UTC', '2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['UTC', '2026-02', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'],
    ['UTC', '2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['UTC', '0099-01-01', '0099-01-01T00:00:00.000Z', '0099-01-01T23:59:59.999Z'],
    ['UTC', '2026-01..2026-03', '2026-01-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z'],
    ['UTC', '2026-01-15T14', '2026-01-15T14:00:00.000Z', '2026-01-15T14:59:59.999Z'],
    ['UTC', '2026-01-15T14:30', '2026-01-15T14:30:00.000Z', '2026-01-15T14:30:59.999Z'],
    ['UTC', '2026-01-15T14:30:05', '2026-01-15T14:30:05.000Z', '2026-01-15T14:30:05.999Z'],
    // The day on which the clock is put forward has 23 hours, the one on which it is put back 25.
    ['Europe/Prague', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['Europe/Prague', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
    ['America/New_York', '2026-03', '2026-03-01T05:00:00.000Z', '2026-04-01T03:59:59.999Z'],
    // Midnight does not exist there on that day.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
    ['Asia/Kathmandu', 'today', '2026-03-29T18:15:00.000Z', '2026-03-30T18:14:59.999Z'],
    ['Europe/Prague', 'yesterday', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['UTC', 'yesterday..today', '2026-03-29T00:00:00.000Z', '2026-03-30T23:59:59.999Z'],
  ])('in %s %s is from %s to %s', (timeZone, text, least, most) => {
    expect(limitsIn(timeZone, text, now)).toEqual([least, most]);
  });

  it.each([
    ['<2026-01', '-Infinity', '2025-12-31T23:59:59.999Z'],
    ['<=2026-01', '-Infinity', '2026-01-31T23:59:59.999Z'],
    ['>2026-01', '2026-02-01T00:00:00.000Z', 'Infinity'],
    ['>=2026-01', '2026-01-01T00:00:00.000Z', 'Infinity'],
    ['..2026-01', '-Infinity', '2026-01-31T23:59:59.999Z'],
    ['<30min', '2026-03-30T09:30:00.001Z', 'Infinity'],
    ['<=12h', '2026-03-29T22:00:00.000Z', 'Infinity'],
    ['<7d', '2026-03-23T10:00:00.001Z', 'Infinity'],
    ['>2w', '-Infinity', '2026-03-16T09:59:59.999Z'],
    // February has no 30th.
    ['>=1mo', '-Infinity', '2026-02-28T10:00:00.000Z'],
    ['>1y', '-Infinity', '2025-03-30T09:59:59.999Z'],
  ])('%s is from %s to %s', (text, least, most) => {
    expect(limitsIn('UTC', text, now)).toEqual([least, most]);
  });

  it('goes back by the calendar, not by 24 hours', () => {
    expect(limitsIn('Europe/Prague', '<=2d', now)[0]).toBe('2026-03-28T11:00:00.000Z');
    expect(limitsIn('Europe/Prague', '<=48h', now)[0]).toBe('2026-03-28T10:00:00.000Z');
    expect(limitsIn('UTC', '>=1y', '2024-02-29T10:00:00.000Z')[1]).toBe('2023-02-28T10:00:00.000Z');
  });

  it('puts every time into exactly one day, in any zone', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Prague', 'America/Havana', 'Pacific/Apia', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date(0), max: new Date('2040-01-01'), noInvalidDate: true }),
        (timeZone, date) => {
          process.env.TZ = timeZone;
          const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
            .map((part) => String(part).padStart(2, '0'))
            .join('-');
          const { least, most } = timeLimits({ op: '=', value: day }, 0);
          expect(date.getTime()).toBeGreaterThanOrEqual(least);
          expect(date.getTime()).toBeLessThanOrEqual(most);
          expect(new Date(least - 1).getDate()).not.toBe(date.getDate());
          expect(new Date(most + 1).getDate()).not.toBe(date.getDate());
        },
      ),
    );
  });
});
