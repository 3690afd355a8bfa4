import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalePlaces, scrollAt, thumbMiddle } from './scale-places.ts';
import { topOf, trackOf } from './scroll-track.ts';

const cases = fc.record({
  count: fc.integer({ min: 1, max: 2_000_000 }),
  heightPx: fc.integer({ min: 60, max: 2_200 }),
});

describe('the places beside a scrollbar', () => {
  it('are evenly apart, below the header, and in the order of the rows', () => {
    fc.assert(
      fc.property(cases, ({ count, heightPx }) => {
        const places = scalePlaces(trackOf({ count, viewPx: Math.max(0, heightPx - 32) }), heightPx);
        for (const [index, { yPx, row }] of places.entries()) {
          const before = places[index - 1];
          expect(yPx).toBeGreaterThanOrEqual(32);
          expect(yPx).toBeLessThanOrEqual(heightPx);
          expect(row).toBeGreaterThanOrEqual(before?.row ?? 0);
          expect(row).toBeLessThan(count);
          if (before) expect(yPx - before.yPx).toBeGreaterThanOrEqual(55.9);
        }
      }),
    );
  });

  it('are where the middle of the thumb is', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, heightPx }, share) => {
        const track = trackOf({ count, viewPx: heightPx - 32 });
        fc.pre(track.scrollPx > 100);
        const yPx = thumbMiddle(track, { topPx: topOf(track, track.scrollPx * share), heightPx });
        expect(scrollAt(track, { yPx, heightPx }) / track.scrollPx).toBeCloseTo(share, 5);
      }),
    );
  });

  it.each([
    ['all rows are in sight', 5, 480],
    ['there is no room', 1_000, 70],
  ])('are none where %s', (_name, count, heightPx) => {
    expect(scalePlaces(trackOf({ count, viewPx: heightPx - 32 }), heightPx)).toEqual([]);
  });
});
