import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRefresh } from './refresh-rows.ts';

describe('planRefresh', () => {
  it.each([
    [[], []],
    [[7], [{ offset: 7, limit: 1 }]],
    [[12, 10, 11], [{ offset: 10, limit: 3 }]],
    // Near enough to be read together.
    [[10, 40], [{ offset: 10, limit: 31 }]],
    [
      [10, 5000],
      [
        { offset: 10, limit: 1 },
        { offset: 5000, limit: 1 },
      ],
    ],
    // More than there are requests for: those that stand together are read.
    [
      [1, 5000, 5001, 20_000, 30_000, 30_005],
      [
        { offset: 1, limit: 1 },
        { offset: 5000, limit: 2 },
        { offset: 30_000, limit: 6 },
      ],
    ],
    // A page is not larger than that.
    [
      [0, 40, 120],
      [
        { offset: 0, limit: 41 },
        { offset: 120, limit: 1 },
      ],
    ],
  ])('reads %j with %j', (places, reads) => {
    const pageRows = places.includes(120) ? 100 : 1000;
    expect(planRefresh(places, { maxRequests: 3, pageRows })).toEqual(reads);
  });

  it('reads few stretches that do not overlap, and every row where that is enough', () => {
    const limits = fc.record({
      maxRequests: fc.integer({ min: 1, max: 8 }),
      pageRows: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 60 }), limits, (places, options) => {
        const reads = planRefresh(places, options);
        expect(reads.length).toBeLessThanOrEqual(options.maxRequests);
        let end = 0;
        for (const { offset, limit } of reads) {
          expect(offset).toBeGreaterThanOrEqual(end);
          expect(limit).toBeLessThanOrEqual(options.pageRows);
          expect(places).toContain(offset);
          expect(places).toContain(offset + limit - 1);
          end = offset + limit;
        }
        const isRead = (place: number) => reads.some(({ offset, limit }) => place >= offset && place < offset + limit);
        if (new Set(places).size <= options.maxRequests) expect(places.every(isRead)).toBe(true);
        if (places.length > 0) expect(places.some(isRead)).toBe(true);
      }),
    );
  });
});
