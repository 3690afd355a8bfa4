import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, newFolder, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

/** Runs a command that must fail, and checks that it does so in one line and leaves the folder as it was. */
async function refusal(args: readonly string[], { cwd, env = {} }: { cwd: string; env?: Record<string, string> }) {
  const before = readdirSync(cwd);
  const { code, stdout, stderr } = await runCommand(args, { cwd, env });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(readdirSync(cwd)).toEqual(before);
  return stderr.trimEnd();
}

describe('setlist says in one line what is wrong, and makes nothing, for', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['an unknown flag', ['--prot', '1'], {}, /^Unknown flag --prot/],
    ['a flag without its value', ['--port'], {}, /^--port needs a PORT/],
    ['a bad value', ['--port', 'many'], {}, /^--port must be a port/],
    ['a bad variable', [], { SETLIST_PORT: 'many' }, /^SETLIST_PORT must be a port/],
    ['an unknown command', ['serve'], {}, /^Unknown command "serve"/],
    ['a host of another machine', ['--host', '192.0.2.1'], {}, /^Cannot listen on 192\.0\.2\.1/],
    ['a public address with a path', ['--public-url', 'https://a.example/b'], {}, /^--public-url must be/],
    ['an upstream that is no address', ['--upstream', 'apify'], {}, /^--upstream/],
    ['a database beside an upstream', ['--upstream', 'https://a.example', '--data', 'a.db'], {}, /exclude each other/],
    [
      'an upstream whose token anybody could use',
      ['--upstream', 'https://a.example', '--host', '0.0.0.0'],
      { SETLIST_UPSTREAM_TOKEN: 'secret' },
      /name the database of its users with --data FILE/,
    ],
    [
      'an upstream token that cannot be one',
      ['--upstream', 'https://a.example'],
      { SETLIST_UPSTREAM_TOKEN: 'two words' },
      /^SETLIST_UPSTREAM_TOKEN/,
    ],
    ['a file in a folder that is not there', ['--data', 'no/such.db'], {}, /no\/such\.db.*folder does not exist/],
    ['a user to add to such a file', ['user', 'add', 'ada', '--data', 'no/such.db'], {}, /folder does not exist/],
    ['users of a file that is not there', ['user', 'list', '--data', 'slip.db'], {}, /^There is no file slip\.db\.$/],
    ['a user without a name', ['user', 'add'], {}, /^Usage: setlist user add NAME$/],
  ])('%s', async (_what, args, env, message) => {
    expect(await refusal(args, { cwd: newFolder(), env })).toMatch(message);
  });

  it('a port that is taken', async () => {
    const cwd = newFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const taken = new RegExp(`^Port ${port} is taken`);
    expect(await refusal(['--port', port], { cwd })).toMatch(taken);
    expect(await refusal(['--port', port, '--data', 'new.db'], { cwd })).toMatch(taken);
    other.close();
  });

  it('the port of another Setlist', async () => {
    const server = await startServer(['--data', 'a.db'], { cwd: newFolder() });
    const { port } = new URL(server.url);
    expect(await refusal(['--port', port], { cwd: newFolder() })).toMatch(/is taken/);
  });

  it.each([
    ['a text file', (file: string) => writeFileSync(file, 'Dear diary,\n'.repeat(100)), /not a SQLite database/],
    ['a folder', (file: string) => mkdirSync(file), /it is a folder/],
    ["another program's database", makeForeignDatabase, /a database of another program/],
    [
      'a damaged database',
      (file: string) => writeFileSync(file, `SQLite format 3\0${'x'.repeat(5_000)}`),
      /Cannot use/,
    ],
  ])('%s as the database', async (_what, make, message) => {
    const cwd = newFolder();
    const file = join(cwd, 'odd.db');
    make(file);
    const before = readIfFile(file);
    for (const args of [
      ['--port', '0'],
      ['user', 'list'],
      ['user', 'add', 'ada'],
    ]) {
      const line = await refusal([...args, '--data', 'odd.db'], { cwd });
      expect(line).toMatch(message);
      expect(line).toContain('odd.db');
    }
    expect(readIfFile(file)).toEqual(before);
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('a file that it may not read', async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, 'secret.db'), '');
    chmodSync(join(cwd, 'secret.db'), 0);
    expect(await refusal(['--data', 'secret.db'], { cwd })).toMatch(/permission/);
  });

  it('users, datasets and shares that do not exist', async () => {
    const cwd = newFolder();
    const server = await startServer(['--data', 'a.db'], { cwd });
    await server.stop();
    const data = ['--data', 'a.db'];
    expect(await refusal(['user', 'remove', 'eve', ...data], { cwd })).toBe('There is no user "eve".');
    expect(await refusal(['user', 'add', 'local', ...data], { cwd })).toMatch(/reserved/);
    expect(await refusal(['user', 'add', 'a b', ...data], { cwd })).toMatch(/cannot be a username/);
    expect(await refusal(['share', '~nothing', 'local', ...data], { cwd })).toBe('There is no dataset "~nothing".');
    expect(await refusal(['unshare', '~nothing', 'eve', ...data], { cwd })).toBe('There is no user "eve".');
  });
});

function makeForeignDatabase(file: string): void {
  const database = new Database(file);
  database.exec('create table birds (name text)');
  database.close();
}

function readIfFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
