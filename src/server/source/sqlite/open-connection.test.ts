import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { DatabaseFileError } from './database-file.ts';
import { openSqlite } from './open-sqlite.ts';

const view = defaultView;

/** Makes a database with one dataset in it. */
async function makeDatabase(file: string): Promise<void> {
  const source = await openSqlite({ file });
  await source.createDataset(await source.localUser(), { name: 'kept' });
  await source.close();
}

async function refusal(file: string): Promise<string> {
  const error: unknown = await openSqlite({ file }).then(
    async (source) => {
      await source.close();
      return undefined;
    },
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseFileError);
  return error instanceof Error ? error.message : '';
}

/** Changes the database behind our back. */
function tamper(file: string, statements: string): void {
  const database = new Database(file);
  database.exec(statements);
  database.close();
}

describe('a new database', () => {
  it('is made with the local user, and found again', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    const source = await openSqlite({ file });
    const me = await source.localUser();
    expect(me).toEqual({ userId: expect.stringMatching(/^[0-9A-Za-z]{17}$/), username: 'local' });
    expect((await source.listDatasets(me, view)).total).toBe(1);
    await source.close();
  });

  it('leaves nothing open or beside it when it is closed unread', async () => {
    const folder = temporaryFolder();
    const source = await openSqlite({ file: join(folder, 'data.sqlite') });
    await source.close();
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
    if (!existsSync('/proc/self/fd')) return;
    const open = readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)];
      } catch {
        return [];
      }
    });
    expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
  });

  it('takes an empty file, and a local user of a given id', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    writeFileSync(file, '');
    const source = await openSqlite({ file, localUserId: 'LocalUserOfSample' });
    expect((await source.localUser()).userId).toBe('LocalUserOfSample');
    await source.close();
  });

  it('is marked as ours, in WAL mode, with its keys checked', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    const database = new Database(file);
    expect(database.pragma('application_id', { simple: true })).toBe(0x5365_744c);
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  it('is made once by several who open it at the same time', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    const sources = await Promise.all(Array.from({ length: 4 }, () => openSqlite({ file })));
    const users = await Promise.all(sources.map((source) => source.localUser()));
    expect(new Set(users.map((user) => user.userId)).size).toBe(1);
    await Promise.all(sources.map((source) => source.close()));
  });

  it('opens, and is read, while another process writes', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    const writer = new Database(file);
    writer.exec('begin immediate; delete from list_entries');
    const source = await openSqlite({ file });
    const me = await source.localUser();
    expect((await source.listDatasets(me, view)).items.length).toBe(1);
    const creation = source.createDataset(me, { name: 'waits' });
    expect((await source.listDatasets(me, view)).total).toBe(1);
    writer.exec('rollback');
    expect((await creation).created).toBe(true);
    writer.close();
    await source.close();
  });

  it('is not made when making it fails half-way', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'data.sqlite');
    const now = () => {
      throw new Error('no clock');
    };
    await expect(openSqlite({ file, now })).rejects.toThrow('no clock');
    expect(readdirSync(folder)).toEqual([]);
    await makeDatabase(file);
  });

  it('leaves an empty file empty when making it fails', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'data.sqlite');
    writeFileSync(file, '');
    const now = () => {
      throw new Error('no clock');
    };
    await expect(openSqlite({ file, now })).rejects.toThrow('no clock');
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
    expect(readFileSync(file).length).toBe(0);
  });

  it('rejects what is asked of it after it was closed', async () => {
    const source = await openSqlite({ file: ':memory:' });
    const me = await source.localUser();
    await source.close();
    await expect(source.listDatasets(me, view)).rejects.toThrow();
    await expect(source.createDataset(me, {})).rejects.toThrow();
    await source.close();
  });
});

describe('a file that cannot be the database', () => {
  it('in a missing folder: nothing is made', async () => {
    const folder = temporaryFolder();
    expect(await refusal(join(folder, 'missing', 'data.sqlite'))).toMatch(
      /missing.data\.sqlite.*its folder does not exist/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is a folder, or lies beneath a file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data.sqlite'));
    expect(await refusal(join(folder, 'data.sqlite'))).toMatch('it is a folder');
    writeFileSync(join(folder, 'file'), 'text');
    expect(await refusal(join(folder, 'file', 'data.sqlite'))).toMatch('not a folder');
    expect(await refusal(join(folder, 'x'.repeat(300)))).toMatch('its name is too long');
    symlinkSync('loop', join(folder, 'loop'));
    expect(await refusal(join(folder, 'loop'))).toMatch('a loop of links');
    expect(readdirSync(folder).sort()).toEqual(['data.sqlite', 'file', 'loop']);
  });

  it.each([
    ['text', 'name,price\nbread,3\n'.repeat(500)],
    ['a few bytes', 'x'],
    ['the start of a header', 'SQLite format 3\0'],
  ])('is not a database: %s', async (_what, content) => {
    const folder = temporaryFolder();
    const file = join(folder, 'data.sqlite');
    writeFileSync(file, content);
    expect(await refusal(file)).toMatch(/data\.sqlite/);
    expect(readFileSync(file, 'latin1')).toBe(content);
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
  });

  it.each(['pragma user_version = 0', 'pragma user_version = 1', 'pragma journal_mode = wal'])(
    'belongs to another program (%s), and is not touched',
    async (pragma) => {
      const folder = temporaryFolder();
      const file = join(folder, 'data.sqlite');
      tamper(file, `create table notes (text); insert into notes values ('mine'); ${pragma}`);
      const before = readFileSync(file);
      expect(await refusal(file)).toMatch('a database of another program');
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual(['data.sqlite']);
    },
  );

  it('belongs to another program that was stopped while it wrote, and is not touched', async () => {
    const folder = temporaryFolder();
    const database = new Database(join(temporaryFolder(), 'theirs.sqlite'));
    database.exec('pragma journal_mode = wal; create table notes (text)');
    for (const suffix of ['', '-wal'])
      copyFileSync(`${database.name}${suffix}`, join(folder, `theirs.sqlite${suffix}`));
    database.close();
    const contents = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]);
    const before = contents();
    expect(await refusal(join(folder, 'theirs.sqlite'))).toMatch('a database of another program');
    expect(contents()).toEqual(before);
  });

  it('belongs to another program, and a journal lies beside it', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    tamper(file, 'create table notes (text); pragma user_version = 1');
    writeFileSync(`${file}-journal`, '');
    const before = readFileSync(file);
    expect(await refusal(file)).toMatch('a database of another program');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('was made by a newer version, and is not touched', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    tamper(file, 'pragma user_version = 999');
    const before = readFileSync(file);
    expect(await refusal(file)).toMatch('newer Setlist (version 999, this one knows 2)');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([50, 4096, 20_000])('is cut off after %i bytes', async (length) => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    truncateSync(file, length);
    const before = readFileSync(file);
    expect(await refusal(file)).toMatch(/damaged|not a SQLite database/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  // The superuser may write to everything.
  it.runIf(process.getuid?.() !== 0)('may not be written', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'data.sqlite');
    await makeDatabase(file);
    chmodSync(file, 0o444);
    expect(await refusal(file)).toMatch('no permission');
    chmodSync(folder, 0o555);
    expect(await refusal(join(folder, 'new.sqlite'))).toMatch('no permission');
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
  });

  it('has lost its tables', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    await makeDatabase(file);
    tamper(file, 'pragma foreign_keys = off; drop table users');
    expect(await refusal(file)).toMatch('no such table: users');
  });
});
