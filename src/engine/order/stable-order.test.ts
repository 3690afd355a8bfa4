import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingKey, type SortableKeys } from './key-bits.ts';
import { rowNumbers, stableOrder } from './stable-order.ts';

function naiveOrder(keys: SortableKeys, { desc, from }: { desc: boolean; from: Uint32Array }): number[] {
  const isMissing = (key: number) => Number.isNaN(key) || (keys instanceof Uint32Array && key === missingKey);
  return [...from].sort((a, b) => {
    const [left = 0, right = 0] = [keys[a], keys[b]];
    if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
    return desc ? right - left : left - right;
  });
}

const floats = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double(),
  fc.constantFrom(Number.NaN, -0, 0, 8.64e15, -8.64e15, 2 ** 32, 2 ** 53, -(2 ** 53), Number.MIN_VALUE, 1.5),
);
/** As counts and times are: whole, near or far from each other, some missing. */
const wholeNumbers = fc
  .tuple(fc.constantFrom(20, 2 ** 12, 2 ** 23, 2 ** 32 - 2, 2 ** 33, 2 ** 43, 2 ** 52), fc.integer({ min: -5, max: 5 }))
  .chain(([most, base]) =>
    fc.array(
      fc.oneof(
        fc.maxSafeNat().map((one) => base * 1e12 + (one % (most + 1))),
        fc.constantFrom(Number.NaN, base * 1e12, base * 1e12 + most),
      ),
      { maxLength: 60 },
    ),
  );
const keys: fc.Arbitrary<SortableKeys> = fc.oneof(
  wholeNumbers.map((some) => Float64Array.from(some)),
  fc.array(floats, { maxLength: 60 }).map((some) => Float64Array.from(some)),
  fc
    .array(fc.constantFrom(0, 1, 2, 2 ** 11, 2 ** 22, missingKey - 1, missingKey), { maxLength: 60 })
    .map((some) => Uint32Array.from(some)),
);

describe('stableOrder', () => {
  it('is a stable sort with what is missing last', () => {
    fc.assert(
      fc.property(keys, fc.boolean(), fc.boolean(), (some, desc, backwards) => {
        // Infinity minus infinity is no order.
        fc.pre(![...some].some((key) => Math.abs(key) > Number.MAX_VALUE));
        const from = backwards ? rowNumbers(some.length).reverse() : rowNumbers(some.length);
        const given = from.slice();
        const ordered = stableOrder(some, { desc, from: backwards ? from : undefined });
        expect([...ordered]).toEqual(naiveOrder(some, { desc, from }));
        expect(from).toEqual(given);
      }),
      { numRuns: 2000 },
    );
  });
});
