import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../contract/api-error.ts';
import { readUpstreamAddress } from './address.ts';
import { createUpstream } from './create-upstream.ts';
import {
  answers,
  answersJson,
  answersPage,
  answersRaw,
  type Behaviour,
  cutsConnection,
  stallsAfter,
  startServer,
  staysSilent,
  type TestServer,
} from './testing/misbehaving-server.ts';

const servers: TestServer[] = [];
const serverToken = 'setlist-upstream-secret';

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(behaviour: Behaviour): Promise<TestServer> {
  const server = await startServer(behaviour);
  servers.push(server);
  return server;
}

/** What a request gets through a proxy to `server`, a thrown error as it would be answered. */
async function ask(
  server: { origin: string },
  options: { path?: string; init?: RequestInit; headersTimeoutMs?: number; idleTimeoutMs?: number } = {},
): Promise<{ status: number; type?: string; message?: string; headers: Headers; text?: string }> {
  const { path = '/v2/datasets', init = {}, headersTimeoutMs = 5000, idleTimeoutMs = 5000 } = options;
  const address = readUpstreamAddress(server.origin);
  const upstream = createUpstream({ address, token: serverToken, headersTimeoutMs, idleTimeoutMs });
  try {
    const response = await upstream(new Request(`http://localhost:4780${path}`, init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, type, message } = error;
    expect(message).not.toContain(serverToken);
    return { status, type, message, headers: new Headers(error.headers) };
  }
}

const items = '/v2/datasets/abc/items';
const apiError = { error: { type: 'rate-limit-exceeded', message: 'Slow down' } };
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

describe('an upstream that does not answer', () => {
  it('refuses connections: 502', async () => {
    const server = await startServer(staysSilent);
    await server.close();
    expect(await ask(server)).toMatchObject({
      status: 502,
      type: 'upstream-unreachable',
      message: `Could not reach ${server.host} (connection refused)`,
    });
  });

  it('has no address: 502', async () => {
    expect(await ask({ origin: 'http://setlist.invalid' })).toMatchObject({
      status: 502,
      type: 'upstream-unreachable',
      message: expect.stringMatching(
        /^Could not reach setlist\.invalid \((no host of this name|its name could not be looked up)\)$/,
      ),
    });
  });

  it('does not speak TLS: 502', async () => {
    const server = await start(answersJson({ data: {} }));
    expect(await ask({ origin: server.origin.replace('http:', 'https:') })).toMatchObject({
      status: 502,
      type: 'upstream-unreachable',
      message: `Could not reach ${server.host} (it does not speak TLS)`,
    });
  });

  it('says nothing in time: 504', async () => {
    const server = await start(staysSilent);
    expect(await ask(server, { headersTimeoutMs: 50 })).toMatchObject({
      status: 504,
      type: 'upstream-timeout',
      message: `${server.host} did not answer within 0.05 s`,
    });
  });

  it('says nothing after a whole body: 504', async () => {
    const server = await start(staysSilent);
    const answer = await ask(server, { path: items, init: { method: 'POST', body: '{}' }, headersTimeoutMs: 50 });
    expect(answer).toMatchObject({ status: 504, type: 'upstream-timeout' });
  });

  it('cuts the connection: 502', async () => {
    const server = await start(cutsConnection);
    for (const init of [{}, { method: 'POST', body: '{}' }]) {
      expect(await ask(server, { init })).toMatchObject({
        status: 502,
        type: 'upstream-unreachable',
        message: `Could not reach ${server.host} (connection cut)`,
      });
    }
  });
});

describe('an upstream that breaks off its answer', () => {
  it.each([
    ['a page of the list', '/v2/datasets', '{"data":'],
    ['an error', '/v2/users/me', '{"error":'],
    ['items, before the first byte', items, ''],
  ])('stands still in %s: 504', async (_what, path, part) => {
    const server = await start(stallsAfter(part));
    expect(await ask(server, { path, idleTimeoutMs: 50 })).toMatchObject({
      status: 504,
      type: 'upstream-timeout',
      message: `${server.host} stopped in the middle of its answer: nothing came for 0.05 s`,
    });
  });

  const cuts: [string, Behaviour][] = [
    ['shorter than it said', answersRaw(`${head}Content-Length: 99\r\n\r\n[1,`)],
    ['in a chunk', answersRaw(`${head}Transfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n`)],
  ];

  it.each(cuts)('is cut %s: items are cut too, never ended as if whole', async (_where, behaviour) => {
    const server = await start(behaviour);
    const message = `Could not reach ${server.host} (connection cut)`;
    const answer = await ask(server, { path: items }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 502, message });
  });

  it.each(cuts)('is cut %s: a page of the list is 502', async (_where, behaviour) => {
    const server = await start(behaviour);
    expect(await ask(server)).toMatchObject({ status: 502, type: 'upstream-unreachable' });
  });

  it('stands still in items that have begun: they are cut', async () => {
    const server = await start(stallsAfter('[1,'));
    const answer = await ask(server, { path: items, idleTimeoutMs: 50 });
    expect(answer).toMatchObject({ status: 504, type: 'upstream-timeout' });
  });
});

describe('an upstream that does not speak the API', () => {
  it.each([
    [200, '/v2/datasets'],
    [200, '/v2/datasets/abc'],
    [200, '/v2/users/me'],
    [200, '/v2/acts'],
    [200, items],
    [200, `${items}?format=csv`],
    [403, '/v2/datasets'],
    [404, '/v2/datasets'],
    [500, '/v2/datasets'],
    [500, `${items}?format=html`],
    [503, '/v2/acts'],
  ])('answers %i with a page at %s: 502 that names status and type', async (status, path) => {
    const server = await start(answersPage(status));
    const answer = await ask(server, { path });
    expect(answer).toMatchObject({
      status: 502,
      type: 'upstream-invalid-response',
      message: `${server.host} answered with status ${status} and text/html, which is not of the API`,
    });
  });

  it('keeps what a gateway says about trying again', async () => {
    const server = await start(answersPage(429, { 'Retry-After': '7' }));
    expect((await ask(server)).headers.get('retry-after')).toBe('7');
  });

  it('passes the html that was asked for', async () => {
    const server = await start(answersPage(200));
    expect(await ask(server, { path: `${items}?format=html` })).toMatchObject({ status: 200 });
  });

  const strangers: [string, Behaviour][] = [
    ['text', answers({ headers: { 'Content-Type': 'text/plain' }, body: 'hello' })],
    ['no type', answers({ body: '{"data":{}}' })],
    ['other JSON', answersJson({ hello: 'world' })],
    ['JSON that is none', answers({ headers: { 'Content-Type': 'application/json' }, body: '{"data":{' })],
    ['an empty body', answers({ headers: { 'Content-Type': 'application/json' } })],
    ['another JSON error', answersJson({ message: 'Forbidden' }, { status: 403 })],
    ['an encoding nobody asked for', answersJson({ data: {} }, { headers: { 'Content-Encoding': 'zstd' } })],
    ['gzip that is none', answersJson({ data: {} }, { headers: { 'Content-Encoding': 'gzip' } })],
    ['not HTTP', answersRaw('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a status that is none', answersRaw('HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n')],
    ['an odd header', answersRaw(`${head}X-Odd: a\u0001b\r\nContent-Length: 11\r\n\r\n{"data":{}}`)],
    ['a redirect to nowhere', answers({ status: 302 })],
  ];

  it.each(strangers)('answers %s: 502', async (_what, behaviour) => {
    const server = await start(behaviour);
    const answer = await ask(server);
    expect(answer).toMatchObject({ status: 502, type: 'upstream-invalid-response' });
    expect(answer.message).toMatch(new RegExp(`^${server.host} `));
    expect(answer.message).not.toMatch(/hello|Forbidden|SSH/);
  });

  it('changes the protocol unasked: 502', async () => {
    const server = await start(answersRaw('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'));
    expect(await ask(server)).toMatchObject({ status: 502, type: 'upstream-invalid-response' });
  });

  it('passes an error of the shape of the API unchanged, whatever its status', async () => {
    for (const status of [400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 502, 503, 504]) {
      const server = await start(answersJson(apiError, { status, headers: { 'X-RateLimit-Limit': '60' } }));
      const answer = await ask(server);
      expect(answer).toMatchObject({ status, text: JSON.stringify(apiError) });
      expect(answer.headers.get('x-ratelimit-limit')).toBe('60');
    }
  });

  it('is this server itself: 502 instead of a circle', async () => {
    const upstreams: ((request: Request) => Promise<Response>)[] = [];
    const server = await start((request, response) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
      void upstreams[0]?.(new Request(`http://localhost${request.url}`, { headers })).catch((error: ApiError) => {
        response.writeHead(error.status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ error: { type: error.type, message: error.message } }));
      });
    });
    const address = readUpstreamAddress(server.origin);
    const upstream = createUpstream({ address });
    upstreams.push(upstream);
    const response = await upstream(new Request('http://localhost:4780/v2/datasets'));
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({
      error: {
        type: 'upstream-invalid-response',
        message: `${server.host} leads back to this server; --upstream must name another`,
      },
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('an idle connection that the upstream closes', () => {
  it('costs a reader nothing', async () => {
    const tcp = createServer();
    const address = { origin: '' };
    const sockets: Socket[] = [];
    let requests = 0;
    // Answers the first request of each connection and resets it at the second.
    tcp.on('connection', (socket) => {
      let asked = false;
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', () => {
        requests += 1;
        if (asked) socket.resetAndDestroy();
        else socket.write(`${head}Content-Length: 11\r\nConnection: keep-alive\r\n\r\n{"data":{}}`);
        asked = true;
      });
    });
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    const bound = tcp.address();
    if (bound !== null && typeof bound === 'object') address.origin = `http://127.0.0.1:${bound.port}`;
    const upstream = createUpstream({ address: readUpstreamAddress(address.origin) });
    for (let round = 0; round < 3; round += 1) {
      const response = await upstream(new Request('http://localhost:4780/v2/datasets'));
      expect(await response.text()).toBe('{"data":{}}');
    }
    // The second round asks twice, the second time on a connection of its own; the third finds none idle.
    expect(requests).toBe(4);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => tcp.close(resolve));
  });
});
