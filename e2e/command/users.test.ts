import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, root, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

/** Adds a user and returns its token: what stands alone on the last line. */
async function addUser(name: string, { cwd, data }: { cwd: string; data: readonly string[] }): Promise<string> {
  const { code, stdout, stderr } = await runCommand(['user', 'add', name, ...data], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const token = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(token).toMatch(/^\S{20,}$/);
  expect(stdout.split(token)).toHaveLength(2);
  return token;
}

describe('the commands for users, while a server has the file open,', () => {
  it('add, list, share, unshare and remove', async () => {
    const cwd = newFolder();
    const data = ['--data', 'a.db'];
    const server = await startServer(data, { cwd });
    const run = (...args: string[]) => runCommand([...args, ...data], { cwd });
    await api(server.url).create('prices');

    const token = await addUser('ada', { cwd, data });
    const ada = api(server.url, token);
    expect((await ada.me()).username).toBe('ada');
    expect((await ada.list()).total).toBe(0);
    expect((await run('user', 'list')).stdout).toMatch(/^local +\w{17} .*\nada +\w{17} .*\n$/);

    expect((await run('share', '~prices', 'ada')).stdout).toBe('~prices is now shared with ada.\n');
    expect((await ada.list('?ownership=sharedWithMe')).items.map(({ name }) => name)).toEqual(['prices']);
    expect((await run('unshare', '~prices', 'ada')).stdout).toBe('~prices is no longer shared with ada.\n');
    expect((await ada.list()).total).toBe(0);

    expect((await run('user', 'remove', 'ada')).code).toBe(0);
    expect((await ada.ask('/v2/users/me')).status).toBe(401);
    expect((await run('user', 'list')).stdout).not.toContain('ada');
  });

  it('print and log no token anywhere else', async () => {
    const cwd = newFolder();
    const data = ['--data', 'a.db'];
    const server = await startServer(data, { cwd });
    const token = await addUser('ada', { cwd, data });
    await api(server.url).ask(`/v2/datasets?token=${token}&limit=x`);
    await api(server.url, token).push('nothing', 'no JSON');
    const { stdout, stderr } = await server.stop();
    expect(stdout + stderr).not.toContain(token);
  });

  it('are found by npx in a built clone', async () => {
    const cwd = newFolder();
    const data = ['--data', `${cwd}/a.db`];
    const added = await runCommand(['user', 'add', 'ada', ...data], { cwd: root, program: ['npx', 'setlist'] });
    expect(added.code).toBe(0);
    const token = added.stdout.trimEnd().split('\n').at(-1);
    const server = await startServer(data, { cwd });
    expect((await api(server.url, token).me()).username).toBe('ada');
  });

  it('work on the sample database when no file is named', async () => {
    const cwd = newFolder();
    const token = await addUser('ada', { cwd, data: [] });
    const server = await startServer([], { cwd });
    const { items } = await api(server.url).list('?limit=1');
    await runCommand(['share', items[0]?.id ?? '', 'ada'], { cwd });
    expect((await api(server.url, token).list()).items.map(({ id }) => id)).toEqual([items[0]?.id]);
  });
});

describe('setlist', () => {
  it('takes a request without a token for the local user, but no wrong token', async () => {
    const server = await startServer(['--data', 'a.db'], { cwd: newFolder() });
    expect((await api(server.url).me()).username).toBe('local');
    expect((await api(server.url, 'wrong').ask('/v2/datasets')).status).toBe(401);
  });

  it.each([
    ['with --require-token', ['--require-token'], {}],
    ['with SETLIST_REQUIRE_TOKEN', [], { SETLIST_REQUIRE_TOKEN: 'true' }],
    ['on an address beyond loopback', ['--host', '0.0.0.0'], {}],
  ])('needs a token %s', async (_what, args, env) => {
    const cwd = newFolder();
    const data = ['--data', 'a.db'];
    const server = await startServer([...args, ...data], { cwd, env });
    const refused = await api(server.url).ask('/v2/datasets');
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { type: 'token-not-provided' } });
    const token = await addUser('ada', { cwd, data });
    expect((await api(server.url, token).me()).username).toBe('ada');
  });
});
