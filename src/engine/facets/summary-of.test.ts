import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDatasets } from '../../app/collection/testing/random-datasets.ts';
import { datasetFields } from '../../app/datasets/fields.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { summaryOf } from './summary-of.ts';

describe('summaryOf', () => {
  it('sums up some rows as a loop over them would', () => {
    fc.assert(
      fc.property(randomDatasets, fc.infiniteStream(fc.boolean()), (all, chance) => {
        const chosen = all.map((_, row) => row).filter(() => chance.next().value);
        const rows = chosen.flatMap((row) => all[row] ?? []);
        const items = rows.reduce((sum, { itemCount }) => sum + itemCount, 0);
        const clean = rows.reduce((sum, { itemCount, cleanItemCount }) => sum + Math.min(itemCount, cleanItemCount), 0);
        const times = rows.map(({ createdAt }) => Date.parse(createdAt)).filter((timeMs) => !Number.isNaN(timeMs));
        const most = Math.max(0, ...rows.map(({ itemCount }) => itemCount));
        expect(summaryOf(collectionOf(datasetFields, all), Uint32Array.from(chosen).reverse())).toEqual({
          rows: rows.length,
          amount: expect.closeTo(items, -2),
          partShare: items > 0 ? expect.closeTo(clean / items, 10) : undefined,
          firstMs: times.length > 0 ? Math.min(...times) : undefined,
          lastMs: times.length > 0 ? Math.max(...times) : undefined,
          biggestRow: most > 0 ? chosen.find((row) => all[row]?.itemCount === most) : undefined,
        });
      }),
    );
  });

  it('sums up all rows when none are named', () => {
    fc.assert(
      fc.property(randomDatasets, (rows) => {
        const collection = collectionOf(datasetFields, rows);
        expect(summaryOf(collection)).toEqual(summaryOf(collection, Uint32Array.from(rows.keys())));
      }),
    );
  });
});
