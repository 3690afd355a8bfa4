import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { readAllItems } from '../../testing/read-all-items.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Caller, NewItem } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';

const all = { offset: 0, limit: 999_999_999_999, desc: false };
let source: SqliteSource;
let me: Caller;
let id: string;
let now: number;

beforeEach(async () => {
  now = 1_700_000_000_000;
  source = await openSqlite({ file: ':memory:', now: () => now });
  me = await source.localUser();
  id = (await source.createDataset(me, {})).dataset.id;
});

afterEach(() => source.close());

const numbered = (from: number, count: number): NewItem[] =>
  Array.from({ length: count }, (_, index) => ({ json: `{"n":${from + index}}`, clean: (from + index) % 2 === 0 }));

describe('the items of a dataset', () => {
  it('come back as they were pushed, byte by byte', async () => {
    const texts = [
      '{}',
      '{"__proto__":{"a":1},"constructor":2}',
      '{"text":"日本語 🙂 \\ud800 \\u0000"}',
      '{"b":1,"a":2,"10":3,"9":4}',
      '{"n":1e400,"long":12345678901234567890}',
      `{"deep":${'['.repeat(500)}${']'.repeat(500)}}`,
    ];
    await source.pushItems(
      me,
      id,
      texts.map((json) => ({ json, clean: true })),
    );
    expect(await readAllItems(await source.readItems(me, id, all))).toEqual(texts);
    const { stats } = await source.getDataset(me, id);
    expect(stats.storageBytes).toBe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  });

  it('are sliced as an array is, either way round', async () => {
    await source.pushItems(me, id, numbered(0, 1200));
    await source.pushItems(me, id, numbered(1200, 1300));
    const texts = numbered(0, 2500).map((item) => item.json);
    const bound = fc.oneof(fc.nat({ max: 2600 }), fc.constantFrom(0, 1, 2499, 2500, 2501, 1e15, Number.MAX_VALUE));
    await fc.assert(
      fc.asyncProperty(bound, bound, fc.boolean(), async (offset, limit, desc) => {
        const read = await source.readItems(me, id, { offset, limit, desc });
        const expected = (desc ? texts.toReversed() : texts).slice(offset, offset + limit);
        expect([read.total, read.count]).toEqual([2500, expected.length]);
        expect(await readAllItems(read)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are read a bounded number of bytes at a time, a large one by itself', async () => {
    const large = { json: JSON.stringify({ text: 'x'.repeat(3_000_000) }), clean: true };
    const half = { json: JSON.stringify({ text: 'y'.repeat(500_000) }), clean: true };
    await source.pushItems(me, id, [half, half, half, large, large, ...numbered(0, 3000)]);
    for (const desc of [false, true]) {
      const { batches } = await source.readItems(me, id, { ...all, desc });
      const lengths: number[] = [];
      for await (const batch of batches) {
        lengths.push(batch.length);
        const bytes = batch.reduce((sum, json) => sum + json.length, 0);
        expect(batch.length === 1 || bytes <= 1_048_576).toBe(true);
      }
      expect(lengths).toEqual(desc ? [1000, 1000, 1000, 1, 1, 2, 1] : [2, 1, 1, 1, 1000, 1000, 1000]);
    }
  });

  it('read while others push are those of the beginning', async () => {
    await source.pushItems(me, id, numbered(0, 1500));
    const { total, count, batches } = await source.readItems(me, id, all);
    const read: string[] = [];
    for await (const batch of batches) {
      read.push(...batch);
      await source.pushItems(me, id, numbered(9000, 10));
    }
    expect([total, count]).toEqual([1500, 1500]);
    expect(read).toEqual(numbered(0, 1500).map((item) => item.json));
  });

  it('never look whole when the dataset is deleted while they are read', async () => {
    await source.pushItems(me, id, numbered(0, 1500));
    const { batches } = await source.readItems(me, id, all);
    const reading = batches[Symbol.asyncIterator]();
    expect((await reading.next()).done).toBe(false);
    await source.deleteDataset(me, id);
    await expect(reading.next()).rejects.toMatchObject({ status: 404, type: 'record-not-found' });
  });

  it('are gone with the dataset', async () => {
    await source.pushItems(me, id, numbered(0, 10));
    await source.deleteDataset(me, id);
    await expect(source.readItems(me, id, all)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a push', () => {
  it('moves the counts and the times, which never go backwards', async () => {
    const { createdAt } = await source.getDataset(me, id);
    now += 5000;
    await source.pushItems(me, id, numbered(0, 3));
    now -= 60_000;
    await source.pushItems(me, id, numbered(3, 2));
    const dataset = await source.getDataset(me, id);
    expect(dataset).toMatchObject({
      createdAt,
      modifiedAt: new Date(now + 60_000).toISOString(),
      accessedAt: new Date(now + 60_000).toISOString(),
      itemCount: 5,
      cleanItemCount: 3,
      stats: { writeCount: 2, storageBytes: 5 * '{"n":0}'.length },
    });
    const { items } = await source.listDatasets(me, { ...defaultView, ...all, limit: 1000, unnamed: true });
    expect(JSON.parse(items[0] ?? '')).toMatchObject({
      itemCount: 5,
      cleanItemCount: 3,
      modifiedAt: dataset.modifiedAt,
      stats: { readCount: 0, writeCount: 2, storageBytes: 35, inflatedBytes: 35 },
    });
  });

  it('of nothing changes nothing', async () => {
    const before = await source.getDataset(me, id);
    now += 1000;
    await source.pushItems(me, id, []);
    expect((await source.getDataset(me, id)).modifiedAt).toBe(before.modifiedAt);
  });

  it('of many items lets others read meanwhile, and shows them all or none', async () => {
    const onDisk = await openSqlite({ file: join(temporaryFolder(), 'data.db') });
    const caller = await onDisk.localUser();
    const { dataset } = await onDisk.createDataset(caller, {});
    let isPushed = false;
    const push = onDisk.pushItems(caller, dataset.id, numbered(0, 60_500)).then(() => {
      isPushed = true;
    });
    const seen = await onDisk.getDataset(caller, dataset.id);
    expect([isPushed, seen.itemCount]).toEqual([false, 0]);
    await push;
    expect((await onDisk.getDataset(caller, dataset.id)).itemCount).toBe(60_500);
    const texts = await readAllItems(await onDisk.readItems(caller, dataset.id, all));
    expect(texts).toEqual(numbered(0, 60_500).map((item) => item.json));
    await onDisk.close();
  });

  it('by many at once loses nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => source.pushItems(me, id, numbered(index * 600, 600))));
    const texts = await readAllItems(await source.readItems(me, id, all));
    expect(new Set(texts).size).toBe(12_000);
    expect((await source.getDataset(me, id)).itemCount).toBe(12_000);
  });
});
