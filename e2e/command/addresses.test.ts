import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, root, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

const data = ['--data', 'a.db'];

/** The status that a request addressed to `host` gets. */
async function statusFor(url: string, host: string): Promise<number> {
  const [response] = await once(get(new URL('/v2/datasets', url), { headers: { host } }), 'response');
  response.resume();
  return response.statusCode;
}

/** An IPv4 address of this machine that is not loopback. */
function ownAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

describe('setlist', () => {
  it('answers requests addressed to this machine or to --public-url alone', async () => {
    const args = ['--public-url', 'https://setlist.example', ...data];
    const server = await startServer(args, { cwd: newFolder() });
    expect(server.printed()).toContain('Whoever reaches setlist.example may read and write without a token');
    expect(await statusFor(server.url, 'localhost')).toBe(200);
    expect(await statusFor(server.url, 'setlist.example')).toBe(200);
    expect(await statusFor(server.url, 'other.example')).toBe(403);
  });

  it('says what to do when it listens on all addresses', async () => {
    const server = await startServer(['--host', '0.0.0.0', ...data], { cwd: newFolder() });
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(server.printed()).toContain('Only requests addressed to localhost are answered, until --public-url says');
  });

  // A machine without a network has no such address.
  it.skipIf(ownAddress() === undefined)('takes the one address that it listens on for its public one', async () => {
    const host = ownAddress() ?? '';
    const server = await startServer(['--host', host, ...data], { cwd: newFolder() });
    expect(new URL(server.url).hostname).toBe(host);
    expect((await api(server.url).ask('/v2/datasets')).status).toBe(401);
  });

  it('prints its help and its version', async () => {
    const cwd = newFolder();
    const help = await runCommand(['--help'], { cwd });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/--port PORT, SETLIST_PORT\n.*\(default: 4780\)/);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await runCommand(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
