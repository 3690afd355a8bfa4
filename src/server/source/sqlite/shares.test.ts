import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { readAllItems } from '../../testing/read-all-items.ts';
import type { Caller } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';
import { UserError } from './users.ts';

const all = { offset: 0, limit: 1000, desc: false };
const refused = {
  status: 403,
  type: 'insufficient-permissions',
  message:
    "Insufficient permissions for the dataset. Make sure you're passing a correct API token and that it has the required permissions.",
};
const missing = { status: 404, type: 'record-not-found', message: 'Dataset was not found' };

let source: SqliteSource;
let owner: Caller;
let ada: Caller;
let id: string;

beforeEach(async () => {
  source = await openSqlite({ file: ':memory:' });
  owner = await source.localUser();
  await source.users.add('ada');
  await source.users.add('bob');
  ada = (await source.findUser('ada')) ?? owner;
  id = (await source.createDataset(owner, { name: 'Prices' })).dataset.id;
  await source.pushItems(owner, id, [{ json: '{"n":1}', clean: true }]);
});

afterEach(() => source.close());

/** Everything that reads one dataset, and everything that changes it. */
type Act = (source: SqliteSource, caller: Caller, ref: string) => Promise<unknown>;
const reads: [string, Act][] = [
  ['getDataset', (s, caller, ref) => s.getDataset(caller, ref)],
  ['readItems', async (s, caller, ref) => readAllItems(await s.readItems(caller, ref, all))],
];
const writes: [string, Act][] = [
  ['updateDataset', (s, caller, ref) => s.updateDataset(caller, ref, { title: 'x' })],
  ['pushItems', (s, caller, ref) => s.pushItems(caller, ref, [{ json: '{}', clean: false }])],
  ['pushItems of nothing', (s, caller, ref) => s.pushItems(caller, ref, [])],
  ['deleteDataset', (s, caller, ref) => s.deleteDataset(caller, ref)],
];

describe("another user's dataset", () => {
  it.each([...reads, ...writes])('is refused: %s', async (_name, act) => {
    for (const ref of [id, 'local~prices']) await expect(act(source, ada, ref)).rejects.toMatchObject(refused);
    for (const ref of ['x'.repeat(17), '~prices', 'ada~prices', 'nobody~prices', '~', '', 'local~', 'a~b~c', '%']) {
      await expect(act(source, ada, ref)).rejects.toMatchObject(missing);
    }
  });

  it.each(reads)('is read once it is shared, until that is taken back: %s', async (_name, act) => {
    expect(await source.users.share(id, 'ADA')).toBe(true);
    for (const ref of [id, 'LOCAL~PRICES']) await expect(act(source, ada, ref)).resolves.toBeDefined();
    expect(await source.users.unshare(id, 'ada')).toBe(true);
    await expect(act(source, ada, id)).rejects.toMatchObject(refused);
  });

  it.each(writes)('is not changed by whom it is shared with: %s', async (_name, act) => {
    await source.users.share(id, 'ada');
    await expect(act(source, ada, id)).rejects.toMatchObject(refused);
    expect((await source.getDataset(owner, id)).itemCount).toBe(1);
  });

  it('shows its signing key to its owner alone', async () => {
    await source.users.share(id, 'ada');
    expect(await source.getDataset(owner, id)).toHaveProperty('urlSigningSecretKey', expect.stringMatching(/^\w{32}$/));
    expect(await source.getDataset(ada, id)).not.toHaveProperty('urlSigningSecretKey');
    const { items } = await source.listDatasets(owner, { ...defaultView, ...all });
    expect(items.join()).not.toContain('urlSigningSecretKey');
  });

  it('is read by whom its general access lets in, under the ref that it names, and changed by nobody', async () => {
    const reach = async (generalAccess: string): Promise<boolean[]> => {
      await source.updateDataset(owner, id, { generalAccess });
      const attempts = [id, 'local~prices'].map((ref) => source.getDataset(ada, ref));
      return (await Promise.allSettled(attempts)).map(({ status }) => status === 'fulfilled');
    };
    expect(await reach('FOLLOW_USER_SETTING')).toEqual([false, false]);
    expect(await reach('RESTRICTED')).toEqual([false, false]);
    expect(await reach('ANYONE_WITH_ID_CAN_READ')).toEqual([true, false]);
    expect(await reach('ANYONE_WITH_NAME_CAN_READ')).toEqual([true, true]);
    for (const [, act] of writes) await expect(act(source, ada, id)).rejects.toMatchObject(refused);
    expect((await source.listDatasets(ada, { ...defaultView, ...all, unnamed: true })).total).toBe(0);
  });
});

describe('sharing', () => {
  it('says whether it changed anything', async () => {
    expect(await source.users.unshare('~prices', 'ada')).toBe(false);
    expect(await source.users.share('~prices', 'ada')).toBe(true);
    expect(await source.users.share('local~Prices', 'ada')).toBe(false);
    const { total } = await source.listDatasets(ada, {
      ...defaultView,
      ...all,
      unnamed: true,
      ownership: 'sharedWithMe',
    });
    expect(total).toBe(1);
  });

  it('names what it cannot find', async () => {
    await expect(source.users.share('nothing', 'ada')).rejects.toThrow(new UserError('There is no dataset "nothing".'));
    await expect(source.users.share(id, 'eve')).rejects.toThrow(new UserError('There is no user "eve".'));
    await expect(source.users.unshare(id, 'eve')).rejects.toThrow(new UserError('There is no user "eve".'));
    await expect(source.users.share(id, 'local')).rejects.toThrow(new UserError('"local" owns this dataset.'));
  });

  it('reaches the lists of 2,000 users, whose totals follow the dataset', async () => {
    const usernames = Array.from({ length: 2000 }, (_, index) => `reader${index}`);
    await source.importDatasets({
      users: usernames.map((username, index) => ({ id: String(index).padStart(17, '0'), username })),
      datasets: [
        { id: 'SharedWithMany000', name: 'many', owner: 'ada', createdAtMs: Date.now(), sharedWith: usernames },
      ],
    });
    const reader = { userId: '1999'.padStart(17, '0'), username: 'reader1999' };
    const total = async (unnamed: boolean) =>
      (await source.listDatasets(reader, { ...defaultView, ...all, unnamed, ownership: 'sharedWithMe' })).total;
    expect([await total(false), await total(true)]).toEqual([1, 0]);
    await source.pushItems(ada, '~many', [{ json: '{}', clean: false }]);
    expect([await total(false), await total(true)]).toEqual([1, 1]);
    await source.updateDataset(ada, '~many', { name: null });
    expect([await total(false), await total(true)]).toEqual([0, 1]);
    await source.deleteDataset(ada, 'SharedWithMany000');
    expect([await total(false), await total(true)]).toEqual([0, 0]);
  });
});
