import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Caller } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';
import { UserError } from './users.ts';

const view = defaultView;

/** A new user's identity and token. */
async function newUser(source: SqliteSource, username: string): Promise<{ token: string; caller: Caller }> {
  const { token } = await source.users.add(username);
  const caller = await source.authenticate(token);
  if (!caller) throw new Error('the token is not accepted');
  return { token, caller };
}

describe('users and their tokens', () => {
  it('are made, listed and found, without regard to case', async () => {
    const source = await openSqlite({ file: ':memory:', now: () => 0 });
    const { token, caller } = await newUser(source, 'Ada.Lovelace');
    expect(token).toMatch(/^setlist_api_[0-9A-Za-z]{32,}$/);
    expect(caller).toEqual({ userId: expect.stringMatching(/^[0-9A-Za-z]{17}$/), username: 'Ada.Lovelace' });
    expect(await source.findUser('ada.lovelace')).toEqual(caller);
    expect(await source.findUser(caller.userId)).toEqual(caller);
    expect(await source.findUser(caller.userId.toLowerCase())).toBeUndefined();
    expect(await source.users.list()).toEqual([
      { ...(await source.localUser()), createdAt: '1970-01-01T00:00:00.000Z' },
      { ...caller, createdAt: '1970-01-01T00:00:00.000Z' },
    ]);
    await source.close();
  });

  it('are not let in by anything but the token', async () => {
    const source = await openSqlite({ file: ':memory:' });
    const { token } = await newUser(source, 'ada');
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toLowerCase(), `${token}\0`, '%', '\ud800']) {
      expect(await source.authenticate(wrong)).toBeUndefined();
    }
    await source.close();
  });

  it('leave no token on disk', async () => {
    const folder = temporaryFolder();
    const source = await openSqlite({ file: join(folder, 'data.sqlite') });
    const { token } = await newUser(source, 'ada');
    const readAll = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(readAll()).toContain('ada');
    expect(readAll()).not.toContain(token.slice(-32));
    await source.close();
    expect(readAll()).not.toContain(token.slice(-32));
  });

  it.each(['', ' ', 'a b', '-a', '.a', '../x', 'a~b', 'ä', 'x'.repeat(64), "a'; drop table users"])(
    'cannot be called %j',
    async (username) => {
      const source = await openSqlite({ file: ':memory:' });
      await expect(source.users.add(username)).rejects.toThrow(UserError);
      await expect(source.users.add(username)).rejects.toThrow('cannot be a username');
      await source.close();
    },
  );

  it.each(['local', 'LOCAL', 'me', 'Me'])('cannot be called %s, which is reserved', async (username) => {
    const source = await openSqlite({ file: ':memory:' });
    await expect(source.users.add(username)).rejects.toThrow('is reserved');
    await source.close();
  });

  it('cannot be made twice, nor removed when there are none', async () => {
    const source = await openSqlite({ file: ':memory:' });
    await source.users.add('x'.repeat(63));
    await source.users.add('ada');
    await expect(source.users.add('ADA')).rejects.toThrow('There is a user "ada" already.');
    await expect(source.users.remove('bob')).rejects.toThrow('There is no user "bob".');
    await expect(source.users.remove('Local')).rejects.toThrow('cannot be removed');
    await source.close();
  });
});

describe('a removed user', () => {
  it('is out at once, also for another process, and comes back with its datasets and a new token', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    const [source, other] = [await openSqlite({ file }), await openSqlite({ file })];
    const { token, caller } = await newUser(source, 'ada');
    const me = await source.localUser();
    await source.createDataset(caller, { name: 'hers' });
    await source.users.share('ada~hers', 'local');
    await source.createDataset(me, { name: 'mine' });
    await source.users.share('~mine', 'ada');
    expect((await other.listDatasets(caller, view)).total).toBe(2);
    expect(await other.authenticate(token)).toEqual(caller);

    await other.users.remove('ADA');
    expect(await source.authenticate(token)).toBeUndefined();
    expect(await source.findUser('ada')).toBeUndefined();
    expect((await source.users.list()).map((user) => user.username)).toEqual(['local']);
    await expect(source.users.remove('ada')).rejects.toThrow('There is no user "ada".');
    await expect(source.users.share('~mine', 'ada')).rejects.toThrow('There is no user "ada".');
    expect((await source.listDatasets(me, view)).total).toBe(2);
    expect((await source.getDataset(me, 'ada~hers')).username).toBe('ada');

    const again = await source.users.add('Ada');
    expect(again.restored).toBe(true);
    expect(again.token).not.toBe(token);
    expect(await source.authenticate(token)).toBeUndefined();
    expect(await source.authenticate(again.token)).toEqual(caller);
    const { total, items } = await source.listDatasets(caller, view);
    expect([total, JSON.parse(items[0] ?? '').name]).toEqual([1, 'hers']);
    await expect(source.getDataset(caller, 'local~mine')).rejects.toMatchObject({ status: 403 });
    await Promise.all([source.close(), other.close()]);
  });
});
