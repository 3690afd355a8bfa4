import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { answerFacets } from './answer-facets.ts';
import { answerSummary } from './answer-summary.ts';

const time = new Date(Date.UTC(2026, 0, 15)).toISOString();

function dataset(id: string, change: Partial<DatasetListItem>): DatasetListItem {
  const base = { createdAt: time, modifiedAt: time, accessedAt: time, itemCount: 0, cleanItemCount: 0 };
  return { id, name: null, userId: 'u1', username: 'grace', actId: null, actRunId: null, ...base, ...change };
}

const collection = collectionOf(datasetFields, [
  dataset('a', { name: 'shop', itemCount: 10, cleanItemCount: 5 }),
  dataset('b', { userId: 'u2', username: 'ada', itemCount: 30, cleanItemCount: 30 }),
  dataset('c', { userId: 'u2', username: 'ada' }),
]);
const asker = { userId: 'u1', locales: ['en'] };

describe('answerFacets', () => {
  it('counts for the text of the search field, as the reader', () => {
    const { owner, naming } = answerFacets(collection, { q: 'is:unnamed', topValues: 5, ...asker }, Date.now());
    expect(owner?.values.map(({ label, count }) => [label, count])).toEqual([['ada', 2]]);
    expect(naming?.values.map(({ label, count, isChosen }) => [label, count, isChosen])).toEqual([
      ['named', 1, false],
      ['unnamed', 2, true],
    ]);
    const mine = answerFacets(collection, { q: 'owner:me', topValues: 5, ...asker }, Date.now());
    expect(mine.owner?.values.find(({ label }) => label === 'grace')?.isChosen).toBe(true);
  });
});

describe('answerSummary', () => {
  it('sums up what the search finds, and names the biggest', () => {
    expect(answerSummary(collection, { q: '', ...asker }, Date.now())).toMatchObject({
      rows: 3,
      amount: 40,
      partShare: 35 / 40,
      biggest: { id: 'b', name: null, itemCount: 30 },
    });
    expect(answerSummary(collection, { q: 'owner:me', ...asker }, Date.now())).toMatchObject({
      rows: 1,
      biggest: { id: 'a', name: 'shop' },
    });
    expect(answerSummary(collection, { q: 'is:empty', ...asker }, Date.now()).biggest).toBeUndefined();
  });
});
