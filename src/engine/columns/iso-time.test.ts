import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoMs } from './iso-time.ts';

describe('the time of an ISO date', () => {
  it('is that of Date.parse for every moment of the years 0 to 9999', () => {
    const moment = fc.date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(moment, (date) => {
        fc.pre(!Number.isNaN(date.getTime()));
        expect(parseIsoMs(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('is that of Date.parse for whatever looks like one', () => {
    const sign = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...'0123456789') },
      { weight: 1, arbitrary: fc.constantFrom('٣', ' ', '-', 'x') },
    );
    fc.assert(
      fc.property(fc.array(sign, { minLength: 17, maxLength: 17 }), (signs) => {
        const left = [...signs];
        const text = '****-**-**T**:**:**.***Z'.replace(/\*/g, () => left.pop() ?? '');
        expect(parseIsoMs(text)).toBe(Date.parse(text));
      }),
    );
  });

  it.each([
    ['2024-02-29T00:00:00.000Z'],
    ['2026-02-29T00:00:00.000Z'],
    ['2026-02-30T00:00:00.000Z'],
    ['2000-03-01T00:00:00.000Z'],
    ['1900-03-01T00:00:00.000Z'],
    ['2026-13-01T00:00:00.000Z'],
    ['2026-00-01T00:00:00.000Z'],
    ['2026-01-00T00:00:00.000Z'],
    ['2026-01-01T24:00:00.000Z'],
    ['2026-01-01T23:60:00.000Z'],
    ['2026-01-01T23:59:60.000Z'],
    ['2026-01-01T00:00:00.0000'],
    ['2026-01-01T00:00:00Z'],
    ['2026-01-01'],
    ['+275760-09-13T00:00:00.000Z'],
    ['-000001-01-01T00:00:00.000Z'],
    ['soon'],
    [''],
  ])('of %j is that of Date.parse', (text) => {
    expect(parseIsoMs(text)).toBe(Date.parse(text));
  });
});
