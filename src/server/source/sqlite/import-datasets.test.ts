import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { readAllItems } from '../../testing/read-all-items.ts';
import type { Caller } from '../interface/source.ts';
import { ImportError, type ImportedDataset } from './import-datasets.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';

const view = { ...defaultView, unnamed: true };
const ada = { id: 'AdaAdaAdaAdaAda01', username: 'ada' };
const whole: ImportedDataset = {
  id: 'WkzbQMuFYuamGv3YF',
  name: 'Prices-2024',
  title: 'Prices',
  owner: 'ada',
  createdAtMs: Date.UTC(2024, 0, 1),
  modifiedAtMs: Date.UTC(2024, 0, 2),
  accessedAtMs: Date.UTC(2024, 0, 3),
  actId: 'zdc3Pyhyz3m8vjDeM',
  actRunId: 'HG7ML7M8z78YcAPEB',
  generalAccess: 'RESTRICTED',
  readCount: 22,
  writeCount: 3,
  sharedWith: ['local'],
  items: [
    { json: '{"a":1}', clean: true },
    { json: '{"#b":2}', clean: false },
  ],
};

let source: SqliteSource;
let me: Caller;

beforeEach(async () => {
  source = await openSqlite({ file: ':memory:', now: () => Date.UTC(2023, 0, 1) });
  me = await source.localUser();
});

afterEach(() => source.close());

describe('an import', () => {
  it('stores all that it is given', async () => {
    expect(await source.importDatasets({ users: [ada], datasets: [whole] })).toEqual({ datasets: 1, items: 2 });
    const { items } = await source.listDatasets(me, { ...view, ownership: 'sharedWithMe' });
    expect(items.map((row) => JSON.parse(row))).toEqual([
      {
        id: 'WkzbQMuFYuamGv3YF',
        name: 'Prices-2024',
        userId: ada.id,
        createdAt: '2024-01-01T00:00:00.000Z',
        modifiedAt: '2024-01-02T00:00:00.000Z',
        accessedAt: '2024-01-03T00:00:00.000Z',
        itemCount: 2,
        cleanItemCount: 1,
        actId: 'zdc3Pyhyz3m8vjDeM',
        actRunId: 'HG7ML7M8z78YcAPEB',
        title: 'Prices',
        username: 'ada',
        generalAccess: 'RESTRICTED',
        stats: { readCount: 22, writeCount: 3, storageBytes: 15, inflatedBytes: 15 },
      },
    ]);
    const read = await source.readItems(me, 'ada~prices-2024', { offset: 0, limit: 10, desc: false });
    expect(await readAllItems(read)).toEqual(['{"a":1}', '{"#b":2}']);
  });

  it('goes on from where the last one ended, and what is made afterwards comes after it', async () => {
    const datasets = (from: number, count: number): ImportedDataset[] =>
      Array.from({ length: count }, (_, index) => ({
        id: String(from + index).padStart(17, '0'),
        owner: 'local',
        createdAtMs: Date.UTC(2024, 0, 1) + from + index,
        items: Array.from({ length: 3 }, (_, n) => ({ json: `{"at":[${from + index},${n}]}`, clean: true })),
      }));
    await source.importDatasets({ datasets: datasets(0, 1234) });
    await source.importDatasets({ datasets: datasets(1234, 600) });
    const { dataset } = await source.createDataset(me, {});
    expect(dataset.createdAt).toBe(new Date(Date.UTC(2024, 0, 1) + 1833).toISOString());
    await source.pushItems(me, dataset.id, [{ json: '{}', clean: false }]);
    const { total, items } = await source.listDatasets(me, { ...view, offset: 1233 });
    expect(total).toBe(1835);
    expect(items.map((row) => JSON.parse(row).id)).toEqual([...datasets(1233, 601).map(({ id }) => id), dataset.id]);
    const read = await source.readItems(me, '00000000000001800', { offset: 1, limit: 1, desc: false });
    expect(await readAllItems(read)).toEqual(['{"at":[1800,1]}']);
  });

  it.each<[string, { users?: (typeof ada)[]; datasets: ImportedDataset[] }, RegExp]>([
    ['an unknown owner', { datasets: [{ ...whole, owner: 'bob' }] }, /There is no user "bob"/],
    ['an unknown reader', { datasets: [{ ...whole, sharedWith: ['bob'] }] }, /There is no user "bob"/],
    ['its owner as reader', { datasets: [{ ...whole, sharedWith: ['ada'] }] }, /shared with its owner/],
    ['a bad id', { datasets: [{ ...whole, id: 'short' }] }, /"short" is not the id/],
    ['no time', { datasets: [{ ...whole, createdAtMs: Number.NaN }] }, /WkzbQMuFYuamGv3YF is older/],
    ['one id twice', { datasets: [whole, { ...whole, name: 'other' }] }, /have one id/],
    ['one name twice', { datasets: [whole, { ...whole, id: 'x'.repeat(17), name: 'PRICES-2024' }] }, /have one name/],
    ['a step back in time', { datasets: [whole, { ...whole, id: 'x'.repeat(17), createdAtMs: 1 }] }, /xxx is older/],
    ['another id of a user', { users: [{ ...ada, username: 'local' }], datasets: [] }, /exists with another id/],
  ])('of %s is refused, and nothing of it stored', async (_what, data, message) => {
    const attempt = source.importDatasets({ ...data, users: [ada, ...(data.users ?? [])] });
    await expect(attempt).rejects.toThrow(ImportError);
    await expect(attempt).rejects.toThrow(message);
    expect(await source.findUser('ada')).toBeUndefined();
    expect((await source.listDatasets(me, view)).total).toBe(0);
  });
});
