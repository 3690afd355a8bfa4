import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { randomDatasets } from '../../app/collection/testing/random-datasets.ts';
import { datasetFields } from '../../app/datasets/fields.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { timeBuckets } from './time-buckets.ts';
import { timeSteps } from './time-steps.ts';

const zone = process.env.TZ;

afterEach(() => {
  // An assigned `undefined` would be the text "undefined".
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('timeSteps', () => {
  it.each([
    [
      'UTC',
      '2026-03-28T10:00Z',
      '2026-03-29T10:00Z',
      12,
      '1 day',
      ['2026-03-28T00:00', '2026-03-29T00:00', '2026-03-30T00:00'],
    ],
    // One of these days has 23 hours.
    [
      'Europe/Prague',
      '2026-03-28T10:00Z',
      '2026-03-30T10:00Z',
      12,
      '1 day',
      ['2026-03-27T23:00', '2026-03-28T23:00', '2026-03-29T22:00', '2026-03-30T22:00'],
    ],
    // Here a day begins at one in the night.
    [
      'America/Havana',
      '2026-03-08T10:00Z',
      '2026-03-09T10:00Z',
      12,
      '1 day',
      ['2026-03-08T05:00', '2026-03-09T04:00', '2026-03-10T04:00'],
    ],
    // A Sunday, and a Monday.
    [
      'UTC',
      '2026-03-01T10:00Z',
      '2026-03-16T00:00Z',
      5,
      '1 week',
      ['2026-02-23T00:00', '2026-03-02T00:00', '2026-03-09T00:00', '2026-03-16T00:00', '2026-03-23T00:00'],
    ],
    [
      'UTC',
      '2025-12-31T10:00Z',
      '2026-03-31T10:00Z',
      6,
      '1 month',
      ['2025-12-01T00:00', '2026-01-01T00:00', '2026-02-01T00:00', '2026-03-01T00:00', '2026-04-01T00:00'],
    ],
    [
      'UTC',
      '2024-05-05T10:00Z',
      '2026-01-01T00:00Z',
      6,
      '1 year',
      ['2024-01-01T00:00', '2025-01-01T00:00', '2026-01-01T00:00', '2027-01-01T00:00'],
    ],
    [
      'UTC',
      '1969-05-05T10:00Z',
      '1990-01-01T00:00Z',
      6,
      '10 year',
      ['1960-01-01T00:00', '1970-01-01T00:00', '1980-01-01T00:00', '1990-01-01T00:00', '2000-01-01T00:00'],
    ],
  ])('in %s, from %s to %s, at most %i, are %s each', (timeZone, first, last, maxSteps, step, bounds) => {
    process.env.TZ = timeZone;
    const cut = timeSteps({ firstMs: Date.parse(first), lastMs: Date.parse(last), maxSteps });
    expect(`${cut.step.count} ${cut.step.unit}`).toBe(step);
    expect(cut.boundsMs.map((timeMs) => new Date(timeMs).toISOString().slice(0, 16))).toEqual(bounds);
  });

  it('holds every time there can be, in no more steps than asked for', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Prague', 'America/Havana', 'Pacific/Apia', 'Australia/Lord_Howe');
    const time = fc.oneof(
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }),
      fc.integer({ min: -8.64e15, max: 8.64e15 }),
      fc.constantFrom(-8.64e15, 8.64e15),
    );
    fc.assert(
      fc.property(zones, time, time, fc.constantFrom(60, 120), (timeZone, a, b, maxSteps) => {
        process.env.TZ = timeZone;
        const [firstMs, lastMs] = [Math.min(a, b), Math.max(a, b)];
        const { boundsMs } = timeSteps({ firstMs, lastMs, maxSteps });
        expect(boundsMs.length).toBeLessThanOrEqual(maxSteps + 1);
        expect(boundsMs[0]).toBeLessThanOrEqual(firstMs);
        expect(boundsMs[1]).toBeGreaterThan(firstMs);
        expect(boundsMs.at(-2)).toBeLessThanOrEqual(lastMs);
        expect(boundsMs.at(-1)).toBeGreaterThan(lastMs);
        expect(boundsMs).toEqual([...new Set(boundsMs)].sort((left, right) => left - right));
      }),
      { numRuns: 500 },
    );
  });
});

describe('timeBuckets', () => {
  it('counts each row once, in the bucket of its time or outside', () => {
    const range = fc.option(fc.constant({ firstMs: Date.UTC(2025, 10), lastMs: Date.UTC(2026, 0) }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(randomDatasets, range, fc.infiniteStream(fc.boolean()), (all, asked, chance) => {
        const rows = Uint32Array.from(all.keys()).filter(() => chance.next().value);
        const { buckets, outside } = timeBuckets(collectionOf(datasetFields, all), {
          rows,
          ...(asked && { range: asked }),
        });
        const datasets = [...rows].flatMap((row) => all[row] ?? []);
        let counted = 0;
        for (const { startMs, endMs, count, marked } of buckets) {
          const inside = datasets.filter(
            ({ createdAt }) => Date.parse(createdAt) >= startMs && Date.parse(createdAt) < endMs,
          );
          expect([count, marked]).toEqual([inside.length, inside.filter(({ name }) => !name).length]);
          counted += count;
        }
        expect(counted + outside).toBe(rows.length);
        if (asked === undefined) {
          expect(outside).toBe(datasets.filter(({ createdAt }) => createdAt === 'not a date').length);
          if (buckets.length > 0) expect([buckets[0]?.count, buckets.at(-1)?.count]).not.toContain(0);
        }
      }),
    );
  });
});
