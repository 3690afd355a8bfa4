import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Probe, probeBuckets } from './probe-buckets.ts';

const dayMs = 24 * 3600 * 1000;
// Local time, which days are counted in.
const startMs = new Date(2026, 0, 1).getTime();

/** Probes at even offsets of datasets that came at these times. */
function probesOf(timesMs: readonly number[], count: number): Probe[] {
  const last = timesMs.length - 1;
  return Array.from({ length: count }, (_, index) => Math.round((index * last) / (count - 1))).map((offset) => ({
    offset,
    createdAtMs: timesMs[offset] ?? Number.NaN,
  }));
}

describe('probeBuckets', () => {
  it('sums up to the total, whatever the probes are', () => {
    const probe = fc.record({
      offset: fc.integer({ min: -1, max: 1200 }),
      createdAtMs: fc.oneof(
        fc.integer({ min: startMs, max: startMs + 900 * dayMs }),
        fc.constantFrom(Number.NaN, -8.64e15, 8.64e15),
      ),
    });
    fc.assert(
      fc.property(fc.array(probe, { maxLength: 32 }), (probes) => {
        const { buckets, outside, isApproximate } = probeBuckets(probes, { total: 1000 });
        expect(buckets.reduce((sum, { count }) => sum + count, outside)).toBe(1000);
        if (buckets.length > 0) expect(outside).toBe(0);
        expect(buckets.every(({ count }) => count >= 0)).toBe(true);
        expect(isApproximate).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is right where datasets come evenly', () => {
    const timesMs = Array.from({ length: 1000 }, (_, index) => startMs + (index * dayMs) / 100);
    const { buckets } = probeBuckets(probesOf(timesMs, 32), { total: 1000 });
    expect(buckets.map(({ count }) => count)).toEqual(Array(10).fill(100));
  });

  it('is near the truth where they come in bursts', () => {
    const timesMs = Array.from(
      { length: 10_000 },
      (_, index) => startMs + (index < 8000 ? index / 1000 : 8 + (index - 8000) / 20) * dayMs,
    );
    const { buckets } = probeBuckets(probesOf(timesMs, 32), { total: 10_000 });
    for (const { startMs: fromMs, endMs, count } of buckets) {
      const truth = timesMs.filter((timeMs) => timeMs >= fromMs && timeMs < endMs).length;
      expect(Math.abs(count - truth)).toBeLessThan(10_000 / 31);
    }
  });

  it('has nothing to show without probes', () => {
    expect(probeBuckets([], { total: 5 })).toMatchObject({ buckets: [], outside: 5 });
  });

  it('shows a part of the time', () => {
    const timesMs = Array.from({ length: 1000 }, (_, index) => startMs + (index * dayMs) / 100);
    const range = { firstMs: startMs + dayMs, lastMs: startMs + 3 * dayMs - 1 };
    const { buckets, outside } = probeBuckets(probesOf(timesMs, 32), { total: 1000, range });
    expect([buckets.map(({ count }) => count), outside]).toEqual([[100, 100], 800]);
  });
});
