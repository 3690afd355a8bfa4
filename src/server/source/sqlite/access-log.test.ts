import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccessLog } from './access-log.ts';
import { createDataset, deleteDataset } from './datasets.ts';
import { openConnection } from './open-connection.ts';
import type { Store } from './store.ts';
import { findUser } from './users.ts';

let now: number;
let store: Store;
let log: AccessLog;
let ids: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  now = 1000;
  store = await openConnection({ file: ':memory:', now: () => now });
  log = new AccessLog(store);
  const me = await findUser(store.db, 'local');
  ids = [];
  for (const name of ['a', 'b']) {
    if (me) ids.push((await createDataset(store, me, name)).dataset.id);
  }
});

afterEach(async () => {
  vi.useRealTimers();
  await store.db.destroy();
});

/** `accessedAt` and `readCount`, as the columns and as the row of the list have them. */
async function stored(id = ids[0] ?? ''): Promise<{ at: number; reads: number }> {
  const row = await store.db.selectFrom('datasets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const listed = JSON.parse(row.list_json);
  expect(listed).toMatchObject({
    accessedAt: new Date(row.accessed_at).toISOString(),
    stats: { readCount: row.read_count },
  });
  return { at: row.accessed_at, reads: row.read_count };
}

describe('the log of accesses', () => {
  it('is written at once after a quiet time, then at most once a second', async () => {
    const [id = ''] = ids;
    now = 2000;
    log.note(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(await stored()).toEqual({ at: 2000, reads: 1 });

    now = 2400;
    log.note(id);
    log.note(id);
    await vi.advanceTimersByTimeAsync(999);
    expect(await stored()).toEqual({ at: 2000, reads: 1 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await stored()).toEqual({ at: 2400, reads: 3 });

    await vi.advanceTimersByTimeAsync(60_000);
    expect(await stored()).toEqual({ at: 2400, reads: 3 });
  });

  it('is written when the source is closed, every dataset of it', async () => {
    now = 5000;
    for (const id of ids) log.note(id);
    await log.flush();
    expect(await Promise.all(ids.map((id) => stored(id)))).toEqual([
      { at: 5000, reads: 1 },
      { at: 5000, reads: 1 },
    ]);
  });

  it('never moves a time back', async () => {
    now = 10;
    log.note(ids[0] ?? '');
    await log.flush();
    expect(await stored()).toEqual({ at: 1000, reads: 1 });
  });

  it('leaves out what was deleted meanwhile', async () => {
    const me = await findUser(store.db, 'local');
    for (const id of ids) log.note(id);
    if (me) await deleteDataset(store, me, '~a');
    await log.flush();
    expect(await stored(ids[1])).toEqual({ at: 1000, reads: 1 });
  });

  it('ends nothing when it cannot be written', async () => {
    log.note(ids[0] ?? '');
    await store.db.destroy();
    await expect(log.flush()).resolves.toBeUndefined();
  });
});
