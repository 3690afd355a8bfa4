import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, type RunningServer, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

/** A Setlist that needs a token, which has one dataset, and a token of its. */
async function startUpstream(): Promise<{ server: RunningServer; token: string }> {
  const cwd = newFolder();
  const token = await addUser('owner', { cwd, file: 'a.db' });
  const server = await startServer(['--data', 'a.db', '--require-token'], { cwd });
  await api(server.url, token).create('behind');
  return { server, token };
}

async function addUser(name: string, { cwd, file }: { cwd: string; file: string }): Promise<string> {
  const { stdout } = await runCommand(['user', 'add', name, '--data', file], { cwd });
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

const names = async (url: string, token?: string) => (await api(url, token).list()).items.map(({ name }) => name);

describe('setlist --upstream', () => {
  it('passes on with the token of the caller, and opens no database', async () => {
    const { server: upstream, token } = await startUpstream();
    const server = await startServer(['--upstream', upstream.url], { cwd: newFolder() });
    expect(server.printed()).toMatch(new RegExp(`^Passing on to ${new URL(upstream.url).host}\n`));
    expect(await names(server.url, token)).toEqual(['behind']);
    expect((await api(server.url).ask('/v2/datasets')).status).toBe(401);
    expect((await fetch(new URL('/datasets', server.url))).status).toBe(200);
  });

  it('adds its own token, which callers without one then need not have', async () => {
    const { server: upstream, token } = await startUpstream();
    const env = { SETLIST_UPSTREAM_TOKEN: token };
    const server = await startServer(['--upstream', upstream.url], { cwd: newFolder(), env });
    expect(await names(server.url)).toEqual(['behind']);
    const page = await (await fetch(new URL('/datasets', server.url))).text();
    expect(page).not.toContain(token);
    const { stdout, stderr } = await server.stop();
    expect(stdout + stderr).not.toContain(token);
  });

  it("needs tokens of Setlist's own when others can reach it", async () => {
    const { server: upstream, token } = await startUpstream();
    const cwd = newFolder();
    const env = { SETLIST_UPSTREAM_TOKEN: token };
    const own = await addUser('ada', { cwd, file: 'users.db' });
    const args = ['--upstream', upstream.url, '--host', '0.0.0.0', '--data', 'users.db'];
    const server = await startServer(args, { cwd, env });
    expect(await names(server.url, own)).toEqual(['behind']);
    expect((await api(server.url).ask('/v2/datasets')).status).toBe(401);
    expect((await api(server.url, token).ask('/v2/datasets')).status).toBe(401);
  });
});
