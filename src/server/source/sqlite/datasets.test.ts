import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import type { Caller } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';

const view = defaultView;
let now: number;
let source: SqliteSource;
let me: Caller;

beforeEach(async () => {
  now = Date.UTC(2025, 0, 1);
  source = await openSqlite({ file: ':memory:', now: () => now });
  me = await source.localUser();
});

afterEach(() => source.close());

async function listed(): Promise<Record<string, unknown>[]> {
  return (await source.listDatasets(me, view)).items.map((row) => JSON.parse(row));
}

describe('a new dataset', () => {
  it('has every field of the contract, in the record and in the list', async () => {
    const { dataset, created } = await source.createDataset(me, { name: 'Prices' });
    expect(created).toBe(true);
    const time = '2025-01-01T00:00:00.000Z';
    const fields = {
      id: expect.stringMatching(/^[0-9A-Za-z]{17}$/),
      name: 'Prices',
      userId: me.userId,
      username: 'local',
      createdAt: time,
      modifiedAt: time,
      accessedAt: time,
      itemCount: 0,
      cleanItemCount: 0,
      actId: null,
      actRunId: null,
      generalAccess: 'FOLLOW_USER_SETTING',
    };
    const stats = { readCount: 0, writeCount: 0, storageBytes: 0 };
    expect(dataset).toEqual({
      ...fields,
      title: null,
      stats,
      urlSigningSecretKey: expect.stringMatching(/^[0-9A-Za-z]{32}$/),
    });
    expect(await listed()).toEqual([{ ...fields, stats: { ...stats, inflatedBytes: 0 } }]);
  });

  it('is the existing one when the caller has one of that name in any case', async () => {
    const first = await source.createDataset(me, { name: 'Prices' });
    now += 1000;
    expect(await source.createDataset(me, { name: 'PRICES' })).toEqual({ dataset: first.dataset, created: false });
    const { token } = await source.users.add('ada');
    const ada = (await source.authenticate(token)) ?? me;
    expect((await source.createDataset(ada, { name: 'prices' })).created).toBe(true);
  });

  it('is one, when many ask for the same name at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => source.createDataset(me, { name: 'Prices' })));
    expect(made.filter(({ created }) => created).length).toBe(1);
    expect(new Set(made.map(({ dataset }) => dataset.id)).size).toBe(1);
  });

  it('is unnamed without a name, as many as are asked for', async () => {
    const [one, other] = [await source.createDataset(me, {}), await source.createDataset(me, {})];
    expect([one.dataset.name, one.created, other.created]).toEqual([null, true, true]);
    expect(await listed()).toEqual([]);
  });
});

describe('a change of a dataset', () => {
  it('changes what is given, keeps the rest, and moves modifiedAt forwards only', async () => {
    const { dataset } = await source.createDataset(me, { name: 'Prices' });
    now += 1000;
    const renamed = await source.updateDataset(me, dataset.id, { name: 'Costs', generalAccess: 'RESTRICTED' });
    const time = '2025-01-01T00:00:01.000Z';
    expect(renamed).toEqual({
      ...dataset,
      name: 'Costs',
      generalAccess: 'RESTRICTED',
      modifiedAt: time,
      accessedAt: time,
    });
    now -= 60_000;
    const titled = await source.updateDataset(me, '~costs', { title: '"Costs", Ü' });
    expect(titled).toEqual({ ...renamed, title: '"Costs", Ü' });
    expect(await listed()).toMatchObject([{ name: 'Costs', title: '"Costs", Ü', modifiedAt: time }]);
    await source.updateDataset(me, '~costs', { title: null });
    expect((await listed())[0]).not.toHaveProperty('title');
    await expect(source.getDataset(me, '~prices')).rejects.toMatchObject({ status: 404 });
  });

  it('refuses a name that another has, in any case, and takes its own in another case', async () => {
    const { dataset } = await source.createDataset(me, { name: 'Prices' });
    await source.createDataset(me, { name: 'Costs' });
    await expect(source.updateDataset(me, dataset.id, { name: 'COSTS', title: 'x' })).rejects.toMatchObject({
      status: 400,
      type: 'name-not-unique',
      message: expect.stringContaining('"Costs"'),
    });
    expect((await source.getDataset(me, dataset.id)).title).toBeNull();
    expect((await source.updateDataset(me, dataset.id, { name: 'PRICES' })).name).toBe('PRICES');
  });

  it('gives a name free for another', async () => {
    const { dataset } = await source.createDataset(me, { name: 'Prices' });
    await source.updateDataset(me, dataset.id, { name: null });
    expect((await source.createDataset(me, { name: 'prices' })).created).toBe(true);
    await source.deleteDataset(me, '~prices');
    expect((await source.updateDataset(me, dataset.id, { name: 'prices' })).name).toBe('prices');
  });

  it('is never half done: of many that want one name, one gets it', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => source.createDataset(me, {})));
    const attempts = made.map(({ dataset }) => source.updateDataset(me, dataset.id, { name: 'wanted' }));
    const outcomes = (await Promise.allSettled(attempts)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', ...Array(5).fill('rejected')]);
    expect((await listed()).length).toBe(1);
  });
});
