import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openSqlite } from './open-sqlite.ts';

/** Makes datasets of every kind that a list may leave out: named or not, empty or not, shared or not, their access changed. */
async function makeDatasets(file: string): Promise<void> {
  const source = await openSqlite({ file });
  const me = await source.localUser();
  await source.users.add('ada');
  for (let n = 0; n < 24; n += 1) {
    const { dataset } = await source.createDataset(me, n % 2 === 0 ? { name: `set-${n}` } : {});
    if (n % 3 === 0) await source.pushItems(me, dataset.id, [{ json: '{}', clean: true }]);
    if (n % 4 < 2) await source.users.share(dataset.id, 'ada');
    const generalAccess = n % 5 < 2 ? 'RESTRICTED' : 'ANYONE_WITH_ID_CAN_READ';
    await source.updateDataset(me, dataset.id, { generalAccess, title: n % 7 === 0 ? 'titled' : null });
    if (n % 8 === 7) await source.deleteDataset(me, dataset.id);
  }
  await source.close();
}

async function open(file: string): Promise<void> {
  await (await openSqlite({ file })).close();
}

function inDatabase<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function listsIn(file: string): { entries: unknown[]; counts: unknown[] } {
  return inDatabase(file, (database) => ({
    entries: database.prepare('select * from list_entries order by list_no, seq').all(),
    counts: database.prepare('select * from list_counts order by list_no, level, bucket').all(),
  }));
}

describe('the lists of a database', () => {
  it('are the same when they are filled anew: each rule says of a dataset in SQL what it says when one changes', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatasets(file);
    const before = listsIn(file);
    expect(before.entries.length).toBeGreaterThan(24);
    inDatabase(file, (database) =>
      database.exec(`update list_layout set layout = '[]'; delete from list_entries where list_no % 2 = 0`),
    );
    await open(file);
    expect(listsIn(file)).toEqual(before);
  });

  it('are left alone where the parameters of the list are those that they were filled for', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatasets(file);
    inDatabase(file, (database) => database.exec('delete from list_entries'));
    await open(file);
    expect(listsIn(file).entries).toEqual([]);
  });

  it('are kept from a database of the first version', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatasets(file);
    const before = listsIn(file);
    inDatabase(file, (database) => database.exec('drop table list_layout; pragma user_version = 1'));
    await open(file);
    expect(listsIn(file)).toEqual(before);
    expect(inDatabase(file, (database) => database.pragma('user_version', { simple: true }))).toBe(2);
  });
});
