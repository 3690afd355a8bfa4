import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../engine/columns/collection.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import { randomDatasets } from '../testing/random-datasets.ts';
import { keeperOf } from './keep-collection.ts';
import type { KeptCollection } from './kept-collection.ts';
import type { KeptList } from './kept-format.ts';
import { MemoryRecords } from './testing/memory-records.ts';

const limits = { maxLists: 3, maxBytes: 100_000, chunkRows: 10 };

function kept(collection: Collection, loadedAtMs = 1000): KeptCollection {
  return { collection, loadedAtMs, asOfMs: loadedAtMs - 1, oldRows: 0, problems: [] };
}

function rows(count: number, first = 0): Collection {
  return collectionOf(
    datasetFields,
    Array.from({ length: count }, (_, index) => datasetRow(first + index)),
  );
}

function keeper(records: MemoryRecords, { key = 'list', nowMs = 1000 } = {}) {
  return keeperOf({ table: datasetFields, withRecords: records.withRecords, key, limits, now: () => nowMs });
}

/** The record of a list, to be spoilt. */
function recordOf(records: MemoryRecords): KeptList {
  return structuredClone(records.keptLists.get('list')) as KeptList;
}

describe('a collection that is kept', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(randomDatasets, async (datasets) => {
        const before = kept(collectionOf(datasetFields, datasets));
        const records = new MemoryRecords();
        await keeper(records).write(before, 0);
        expect(await keeper(records).read()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('is not there for another key', async () => {
    const records = new MemoryRecords();
    await keeper(records).write(kept(rows(5)), 0);
    expect(await keeper(records, { key: 'of another user' }).read()).toBeUndefined();
  });

  it('is only read when it is wanted', async () => {
    const records = new MemoryRecords();
    await keeper(records).write(kept(rows(5)), 0);
    records.failing.add('chunk');
    expect(await keeper(records).read(({ loadedAtMs }) => loadedAtMs > 1000)).toBeUndefined();
    records.failing.clear();
    expect((await keeper(records).read(({ loadedAtMs }) => loadedAtMs >= 1000))?.collection.count).toBe(5);
  });

  it('takes the place of the one before, and writes what is new of it only', async () => {
    const records = new MemoryRecords();
    const one = keeper(records);
    await one.write(kept(rows(25)), 0);
    expect(records.chunkWrites).toBe(3);
    await one.write(kept(rows(27), 2000), 25);
    expect(records.chunkWrites).toBe(4);
    expect(records.keptChunks.size).toBe(3);
    await one.write(kept(rows(27), 3000), 27);
    expect(records.chunkWrites).toBe(4);
    expect(await keeper(records).read()).toEqual(kept(rows(27), 3000));
  });

  it('is written anew over what somebody else has put there', async () => {
    const records = new MemoryRecords();
    const one = keeper(records);
    await one.write(kept(rows(20)), 0);
    await keeper(records).write(kept(rows(20, 100)), 0);
    await one.write(kept(rows(20), 2000), 20);
    expect((await keeper(records).read())?.collection).toEqual(rows(20));
    expect(records.keptChunks.size).toBe(2);
  });
});

describe('what cannot be read', () => {
  it.each<[string, (records: MemoryRecords) => void]>([
    ['of another format', (records) => records.keptLists.set('list', { ...recordOf(records), format: 3 })],
    ['no list at all', (records) => records.keptLists.set('list', { key: 'list' })],
    ['of another list', (records) => records.keptLists.set('list', { ...recordOf(records), key: 'other' })],
    ['without some chunk', (records) => records.keptChunks.delete([...records.keptChunks.keys()][1] ?? '')],
    ['with another chunk', (records) => records.keptChunks.set([...records.keptChunks.keys()][0] ?? '', { id: 1 })],
    ['of fewer rows than it says', (records) => records.keptLists.set('list', { ...recordOf(records), count: 26 })],
    ['of more rows than it says', (records) => records.keptLists.set('list', { ...recordOf(records), count: 24 })],
    [
      'without its owners',
      (records) =>
        records.keptLists.set('list', { ...recordOf(records), values: { ...recordOf(records).values, owner: [] } }),
    ],
    ['of other columns', (records) => records.keptLists.set('list', { ...recordOf(records), form: 'id:text' })],
  ])('as %s, is dropped', async (_how, spoil) => {
    const records = new MemoryRecords();
    await keeper(records).write(kept(rows(25)), 0);
    spoil(records);
    expect(await keeper(records).read()).toBeUndefined();
    expect(records.keptLists.has('list')).toBe(false);
    await keeper(records).write(kept(rows(25)), 25);
    expect(await keeper(records).read()).toEqual(kept(rows(25)));
    expect(records.keptChunks.size).toBe(3);
  });
});

describe('what cannot be written', () => {
  it.each(['putChunk', 'putList', 'list', 'lists'] as const)(
    'as %s fails, is no error, and leaves what was there',
    async (call) => {
      const records = new MemoryRecords();
      const one = keeper(records);
      await one.write(kept(rows(25)), 0);
      records.failing.add(call);
      await one.write(kept(rows(30), 2000), 0);
      records.failing.clear();
      const count = (await keeper(records).read())?.collection.count;
      expect(count).toBe(call === 'lists' ? 30 : 25);
    },
  );

  it('because it is too large, leaves nothing of it behind', async () => {
    const records = new MemoryRecords();
    await keeper(records).write(kept(rows(2000)), 0);
    expect(records.chunkWrites).toBeGreaterThan(0);
    expect(records.keptChunks.size).toBe(0);
    expect(records.keptLists.size).toBe(0);
  });
});

it('keeps no more than its limits, and drops what it does not know', async () => {
  const records = new MemoryRecords();
  for (const [index, key] of ['a', 'b', 'c', 'd'].entries()) {
    await keeper(records, { key, nowMs: index }).write(kept(rows(15), index), 0);
  }
  records.keptLists.set('e', { format: 9 });
  await keeper(records, { key: 'f', nowMs: 9 }).write(kept(rows(15), 9), 0);
  expect([...records.keptLists.keys()]).toEqual(['c', 'd', 'f']);
  expect(records.keptChunks.size).toBe(6);
});
