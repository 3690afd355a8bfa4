import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWriter } from './export-rows.ts';

const times = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 3) }),
  fc.constantFrom(0, -1, 1, 8.64e15, -8.64e15, 8.64e15 + 1, Number.NaN, Number.POSITIVE_INFINITY),
);

describe('isoWriter', () => {
  it('writes what toISOString writes, in any order', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 20 }), (given) => {
        const write = isoWriter();
        expect(given.map(write)).toEqual(given.map(plain));
      }),
    );
  });
});

function plain(timeMs: number): string | undefined {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
