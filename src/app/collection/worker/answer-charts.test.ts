import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { readerOf } from '../../../engine/query/reader.ts';
import { datasetQuery } from '../../datasets/dataset-query.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { randomDatasets } from '../testing/random-datasets.ts';
import { answerCharts } from './answer-charts.ts';

const asker = { userId: 'u1', locales: [] };
const nowMs = Date.UTC(2026, 2, 15);

describe('the charts of a search', () => {
  it('count what the search finds, and nothing else', () => {
    const queries = fc.constantFrom(
      '',
      'shop',
      'owner:me',
      'items:<10',
      'created:2026-01..2026-02',
      'created:>2026 is:named',
    );
    fc.assert(
      fc.property(randomDatasets, queries, (rows, q) => {
        const collection = collectionOf(datasetFields, rows);
        const { time, items, matching } = answerCharts(collection, { q, maxBuckets: 40, ...asker }, nowMs);
        const found = queryCollection(collection, {
          filters: parseQuery(q, datasetQuery).terms,
          reader: readerOf(asker, nowMs),
        });
        expect(matching).toBe(found.matching);
        expect(time.buckets.reduce((sum, { count }) => sum + count, time.outside)).toBe(found.matching);
        const unnamed = time.buckets.reduce((sum, bucket) => sum + (bucket.marked ?? 0), 0);
        expect(unnamed).toBeLessThanOrEqual(found.rows.filter(({ name }) => !name).length);
        for (const { from, to, isIn } of items) {
          const isFound = found.rows.some(({ itemCount }) => itemCount >= from && itemCount <= to);
          expect(isIn).toBe(isFound);
        }
      }),
    );
  });

  const datasets = [
    ['2026-01-10T12:00:00.000Z', 5],
    ['2026-03-10T12:00:00.000Z', 5000],
    ['2026-03-20T12:00:00.000Z', 0],
  ].map(([createdAt, itemCount], index) => ({
    id: String(index),
    name: 'shop',
    userId: 'u1',
    createdAt: String(createdAt),
    modifiedAt: String(createdAt),
    accessedAt: String(createdAt),
    itemCount: Number(itemCount),
    cleanItemCount: 0,
    actId: null,
    actRunId: null,
  }));
  const collection = collectionOf(datasetFields, datasets);
  const ask = (q: string) => answerCharts(collection, { q, maxBuckets: 100, ...asker }, nowMs);

  it('show all of the time that was asked for, also where nothing was created', () => {
    const { time } = ask('created:2026-02..2026-03');
    expect(time.step).toEqual({ unit: 'day', count: 1 });
    expect(time.buckets).toHaveLength(28 + 31);
    expect(time.buckets.filter(({ count }) => count > 0)).toHaveLength(2);
    expect(ask('created:2026-02').time.buckets).toHaveLength(28);
    expect(ask('created:<2026-03').time.buckets.length).toBeGreaterThan(28);
  });

  it('keep the numbers of items in sight that the search leaves out', () => {
    const { items, matching } = ask('items:>1000');
    expect(matching).toBe(1);
    expect(items.filter(({ count }) => count > 0)).toEqual([
      { from: 0, to: 0, count: 1, isIn: false },
      { from: 5, to: 9, count: 1, isIn: false },
      { from: 5000, to: 9999, count: 1, isIn: true },
    ]);
    expect(items).toHaveLength(13);
  });

  it('are empty when nothing is found', () => {
    const { time, items, matching } = ask('name:nothing');
    expect([time.buckets, items, matching]).toEqual([[], [], 0]);
  });
});
