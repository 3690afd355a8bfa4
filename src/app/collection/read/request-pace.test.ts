import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestPace } from './request-pace.ts';

describe('the pace of requests', () => {
  it('is never more than the limit in any one second, and no slower than it has to be', () => {
    const pauses = fc.array(fc.nat(300), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pauses, (perSecond, pausesMs) => {
        const pace = new RequestPace();
        let nowMs = 5_000;
        const sentAtMs: number[] = [];
        for (const pauseMs of pausesMs) {
          nowMs += pauseMs;
          const waitMs = pace.reserve(perSecond, nowMs);
          const atMs = nowMs + waitMs;
          expect(sentAtMs.filter((sent) => sent > atMs - 1000).length).toBeLessThan(perSecond);
          if (waitMs > 0)
            expect(sentAtMs.filter((sent) => sent > atMs - 1001).length).toBeGreaterThanOrEqual(perSecond);
          sentAtMs.push(atMs);
        }
      }),
    );
  });

  it('does not wait for a clock that was set back to be as late again', () => {
    const pace = new RequestPace();
    const hourMs = 3_600_000;
    expect([pace.reserve(2, hourMs), pace.reserve(2, hourMs), pace.reserve(2, hourMs)]).toEqual([0, 0, 1000]);
    expect([pace.reserve(2, 0), pace.reserve(2, 1000), pace.reserve(2, 2000)]).toEqual([1000, 1000, 0]);
  });

  it.each([[undefined], [0], [Number.NaN]])('does not matter with a limit of %j', (perSecond) => {
    const pace = new RequestPace();
    expect(Array.from({ length: 5000 }, () => pace.reserve(perSecond, 7))).toEqual(new Array(5000).fill(0));
  });
});
