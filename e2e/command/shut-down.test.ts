import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, type RunningServer, root, startServer } from './setlist.ts';

afterEach(cleanUp);

const body = JSON.stringify({ text: 'slow' });

/** Begins to push an item and stops half-way: the request is running until the rest is sent. */
async function beginPush(url: string, id: string): Promise<ClientRequest> {
  const push = request(new URL(`/v2/datasets/${id}/items`, url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' },
  });
  push.flushHeaders();
  // The server says that it has the request, and wants the body.
  await once(push, 'continue');
  push.write(body.slice(0, 5));
  return push;
}

async function finish(push: ClientRequest): Promise<{ status: number | undefined; answer: unknown }> {
  const response = once(push, 'response');
  push.end(body.slice(5));
  const [incoming] = await response;
  return { status: incoming.statusCode, answer: await json(incoming) };
}

/** Resolves when a server takes no more connections. */
async function refusesConnections(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const isRefused = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname, () => resolve(false)).on('error', () => resolve(true));
      socket.end();
    });
  await vi.waitUntil(isRefused, { timeout: 20_000, interval: 20 });
}

/** Ends a server during a request, and checks that the request is finished and the database closed. */
async function endDuringRequest(
  server: RunningServer,
  options: { cwd: string; data: string; end: () => void },
): Promise<number | null> {
  const { id } = await api(server.url).create('slow');
  const push = await beginPush(server.url, id);
  options.end();
  await refusesConnections(server.url);
  expect(await finish(push)).toEqual({ status: 201, answer: {} });
  const { code } = await server.ended;
  expect(readdirSync(options.cwd).filter((name) => name.startsWith(options.data))).toEqual([options.data]);
  const again = await startServer(['--data', options.data], { cwd: options.cwd });
  expect(await api(again.url).items(id)).toEqual([{ text: 'slow' }]);
  return code;
}

describe('setlist, told to end during a request,', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes it and closes the database on %s', async (signal) => {
    const cwd = newFolder();
    const server = await startServer(['--data', 'a.db'], { cwd });
    const end = () => void server.process.kill(signal);
    expect(await endDuringRequest(server, { cwd, data: 'a.db', end })).toBe(0);
  });

  it.each([
    ['on SIGTERM to npm', 'SIGTERM', 1],
    ['on Ctrl-C, which goes to npm and to the server', 'SIGINT', -1],
  ] as const)('does so under npm start too, %s', async (_what, signal, sign) => {
    const folder = newFolder();
    const program = ['npm', 'start', '--silent', '--', '--data', `${folder}/a.db`] as const;
    const server = await startServer([], { cwd: root, program });
    const pid = server.process.pid ?? 0;
    const end = () => void process.kill(sign * pid, signal);
    expect(await endDuringRequest(server, { cwd: folder, data: 'a.db', end })).toBe(0);
  });

  it('ends at once when told a second time', async () => {
    const server = await startServer(['--data', 'a.db'], { cwd: newFolder() });
    const { id } = await api(server.url).create('stuck');
    const push = await beginPush(server.url, id);
    const cut = once(push, 'error');
    server.process.kill('SIGTERM');
    await refusesConnections(server.url);
    const again = setInterval(() => server.process.kill('SIGTERM'), 50);
    expect((await server.ended).code).toBe(1);
    clearInterval(again);
    await cut;
  });
});

describe('npm start', () => {
  it('prints the address within two seconds when everything is built', async () => {
    const folder = newFolder();
    const program = ['npm', 'start', '--silent', '--', '--data', `${folder}/a.db`] as const;
    const elapsedMs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const startedMs = performance.now();
      const server = await startServer([], { cwd: root, program });
      elapsedMs.push(performance.now() - startedMs);
      await server.stop();
    }
    // The quickest: the tests beside this one may keep the machine busy.
    expect(Math.min(...elapsedMs)).toBeLessThan(2_000);
  });
});
