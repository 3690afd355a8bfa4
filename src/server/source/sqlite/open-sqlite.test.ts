import { afterEach, describe, expect, it } from 'vitest';
import type { ListView } from '../../../contract/list-params.ts';
import { defaultView } from '../../../contract/testing/list-views.ts';
import type { JsonText, NewItem, ReadItems } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';

const named = defaultView;
const filled: ListView = { ...named, unnamed: true };
const all = { offset: 0, limit: 1_000_000, desc: false };
const opened: SqliteSource[] = [];

async function open(): Promise<SqliteSource> {
  const source = await openSqlite({ file: ':memory:' });
  opened.push(source);
  return source;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((source) => source.close()));
});

const item = (value: unknown): NewItem => ({ json: JSON.stringify(value), clean: true });

async function collect({ batches }: ReadItems): Promise<JsonText[]> {
  const items: JsonText[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

describe('a dataset of the embedded database', () => {
  it('is made, filled, read, renamed and deleted', async () => {
    const source = await open();
    const me = await source.localUser();
    const { dataset, created } = await source.createDataset(me, { name: 'First' });
    expect(created).toBe(true);
    expect((await source.createDataset(me, { name: 'fIRST' })).dataset.id).toBe(dataset.id);
    await source.pushItems(me, '~first', [item({ a: 1 }), { json: '{"#b":2}', clean: false }]);

    const { total, items } = await source.listDatasets(me, named);
    expect(total).toBe(1);
    expect(items.map((row) => JSON.parse(row))).toEqual([
      expect.objectContaining({ id: dataset.id, name: 'First', itemCount: 2, cleanItemCount: 1, username: 'local' }),
    ]);
    expect((await source.listDatasets(me, filled)).items).toEqual(items);

    expect(await collect(await source.readItems(me, dataset.id, all))).toEqual(['{"a":1}', '{"#b":2}']);
    expect((await source.updateDataset(me, 'local~FIRST', { name: null })).name).toBeNull();
    expect((await source.listDatasets(me, named)).total).toBe(0);
    expect((await source.listDatasets(me, filled)).total).toBe(1);

    await source.deleteDataset(me, dataset.id);
    expect(await source.listDatasets(me, filled)).toEqual({ total: 0, items: [] });
    await expect(source.getDataset(me, dataset.id)).rejects.toMatchObject({ status: 404, type: 'record-not-found' });
  });
});
