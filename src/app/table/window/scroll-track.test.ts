import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHeightPx } from './row-window.ts';
import { isAdrift, placeAfter, type ScrollPlace, type ScrollTrack, scrollOf, topOf, trackOf } from './scroll-track.ts';

const million = trackOf({ count: 1_000_000, viewPx: 442 });
const tracks = fc
  .record({ count: fc.integer({ min: 0, max: 3_000_000 }), viewPx: fc.integer({ min: 34, max: 2_500 }) })
  .map(trackOf);
const shares = fc.double({ min: 0, max: 1, noNaN: true });

function placeAt(track: ScrollTrack, share: number): ScrollPlace {
  const scrollPx = track.scrollPx * share;
  return { scrollPx, topPx: topOf(track, scrollPx) };
}

describe('the track of a scroller', () => {
  it.each([
    ['no rows', 0, 442, 0, 0],
    ['rows that are all in sight', 13, 442, 0, 0],
    ['one row more', 14, 442, 34, 34],
    ['as many as fit on it', 200_000, 442, 200_000 * 34 - 442, 200_000 * 34 - 442],
    ['more', 1_000_000, 442, 8_000_000, 1_000_000 * 34 - 442],
  ])('of %s', (_name, count, viewPx, scrollPx, rowsPx) => {
    expect(trackOf({ count, viewPx })).toMatchObject({ scrollPx, rowsPx });
  });

  it('is no higher than what browsers allow', () => {
    fc.assert(fc.property(tracks, ({ scrollPx }) => scrollPx + 2_500 < 17_000_000));
  });

  it('never turns back: further on the track are later rows, and later rows are further on the track', () => {
    fc.assert(
      fc.property(tracks, shares, shares, (track, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(topOf(track, track.scrollPx * low)).toBeLessThanOrEqual(topOf(track, track.scrollPx * high));
        expect(scrollOf(track, track.rowsPx * low)).toBeLessThanOrEqual(scrollOf(track, track.rowsPx * high));
      }),
    );
  });

  it('has its ends where the rows have theirs', () => {
    fc.assert(
      fc.property(tracks, (track) => {
        expect(topOf(track, 0)).toBe(0);
        expect(topOf(track, track.scrollPx)).toBe(track.rowsPx);
        expect(scrollOf(track, track.rowsPx)).toBe(track.scrollPx);
      }),
    );
  });

  it('finds every row again by its place on the track', () => {
    fc.assert(
      fc.property(tracks, shares, (track, share) => {
        const topPx = Math.floor((track.rowsPx * share) / rowHeightPx) * rowHeightPx;
        expect(Math.abs(topOf(track, scrollOf(track, topPx)) - topPx)).toBeLessThan(0.01);
      }),
    );
  });

  it('keeps the first and the last rows as they are', () => {
    for (const px of [0, 1, 34, 100_000, 500_000]) {
      expect(topOf(million, px)).toBe(px);
      expect(topOf(million, million.scrollPx - px)).toBe(million.rowsPx - px);
    }
  });
});

describe('where the rows are after the scroller has moved', () => {
  it('is as many px further after a small step, wherever it is', () => {
    const middle = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(tracks, middle, fc.integer({ min: -500, max: 500 }), (track, share, step) => {
        fc.pre(track.scrollPx > 10_000);
        const before = placeAt(track, share);
        expect(placeAfter(track, before, before.scrollPx + step).topPx).toBeCloseTo(before.topPx + step, 5);
      }),
    );
  });

  it('is the same share of all rows after a large one', () => {
    fc.assert(
      fc.property(tracks, shares, shares, (track, from, to) => {
        const place = placeAfter(track, placeAt(track, from), track.scrollPx * to);
        fc.pre(Math.abs(from - to) * track.scrollPx > track.nearPx);
        expect(place).toEqual(placeAt(track, to));
      }),
    );
  });

  it.each([
    ['the first row', 0, 0],
    ['the last row', million.scrollPx, million.rowsPx],
  ])('is at %s when the scroller is', (_name, scrollPx, topPx) => {
    const near = scrollPx === 0 ? 100 : scrollPx - 100;
    expect(placeAfter(million, { scrollPx: near, topPx: 16_000_000 }, scrollPx)).toEqual({ scrollPx, topPx });
  });

  it('never leaves the rows', () => {
    fc.assert(
      fc.property(tracks, fc.double({ noNaN: true }), fc.double({ noNaN: true }), shares, (track, to, top, share) => {
        const before = { ...placeAt(track, share), topPx: Math.max(0, Math.min(top, track.rowsPx)) };
        const { scrollPx, topPx } = placeAfter(track, before, to);
        expect(scrollPx).toBeGreaterThanOrEqual(0);
        expect(scrollPx).toBeLessThanOrEqual(track.scrollPx);
        expect(topPx).toBeGreaterThanOrEqual(0);
        expect(topPx).toBeLessThanOrEqual(track.rowsPx);
      }),
    );
  });

  it('comes to either end by small steps alone, without a jump', () => {
    let place = placeAt(million, 0.07);
    for (const step of [-700, 1_100]) {
      for (let steps = 0; steps < 60_000; steps += 1) {
        const next = placeAfter(million, place, place.scrollPx + step);
        expect(Math.abs(next.topPx - place.topPx)).toBeLessThanOrEqual(Math.abs(step) + 1);
        place = isAdrift(million, next) ? { ...next, scrollPx: scrollOf(million, next.topPx) } : next;
      }
      expect(place.topPx).toBe(step < 0 ? 0 : million.rowsPx);
    }
  });
});
