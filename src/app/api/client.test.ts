import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { request } from './client.ts';
import { userAnswer } from './queries.ts';
import { RequestFailure } from './request-failure.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `address()` of a server that listens on a port is an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function ask(base: string, options: { token?: string; signal?: AbortSignal } = {}) {
  const { token, signal = new AbortController().signal } = options;
  return request({ url: `${base}/v2/users/me`, shape: userAnswer, token, signal });
}

async function failureOf(asked: Promise<unknown>): Promise<RequestFailure> {
  const outcome = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof RequestFailure) return outcome;
  throw new Error(`no RequestFailure: ${String(outcome)}`);
}

const user = { data: { id: 'u1', username: 'ada' } };

describe('a request to the API', () => {
  it('brings validated data, without fields that nobody knows', async () => {
    const base = await serve((_request, response) =>
      response.end(JSON.stringify({ data: { ...user.data, plan: 'x' } })),
    );
    expect(await ask(base)).toEqual(user);
  });

  it.each([
    [undefined, undefined],
    ['secret', 'Bearer secret'],
  ])('with token %j sends Authorization %j and keeps it out of the address', async (token, expected) => {
    const seen: [string | undefined, string | undefined][] = [];
    const base = await serve((incoming, response) => {
      seen.push([incoming.headers.authorization, incoming.url]);
      response.end(JSON.stringify(user));
    });
    await ask(base, token === undefined ? {} : { token });
    expect(seen).toEqual([[expected, '/v2/users/me']]);
  });

  it.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'refused'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'upstream'],
    [503, 'server'],
    [504, 'upstream'],
  ] as const)('answered %d fails as %s, with what the server said', async (status, kind) => {
    const base = await serve((_request, response) => {
      response.writeHead(status).end(JSON.stringify({ error: { type: 'a-type', message: 'A message' } }));
    });
    expect(await failureOf(ask(base))).toMatchObject({ kind, status, type: 'a-type', message: 'A message' });
  });

  it('takes an error without the body of the API as it is', async () => {
    const base = await serve((_request, response) => response.writeHead(500).end('<h1>Oh  no</h1>'));
    expect(await failureOf(ask(base))).toMatchObject({ type: 'http-500', message: '<h1>Oh no</h1>' });
    const silent = await serve((_request, response) => response.writeHead(502).end());
    expect(await failureOf(ask(silent))).toMatchObject({
      type: 'http-502',
      message: 'The server answered 502 and nothing else.',
    });
  });

  it('honours Retry-After', async () => {
    const base = await serve((_request, response) => response.writeHead(429, { 'Retry-After': '3' }).end('{}'));
    expect(await failureOf(ask(base))).toMatchObject({ kind: 'rate-limited', retryAfterMs: 3000 });
  });

  it.each([
    ['', 'answer-not-json', 'empty'],
    ['<!doctype html><title>Log in</title>', 'answer-not-json', '<!doctype html>'],
    ['{"data":{"id":"u1"}}', 'answer-of-another-shape', 'data.username'],
    ['[]', 'answer-of-another-shape', 'data'],
  ])('answered 200 %j is malformed', async (body, type, part) => {
    const base = await serve((_request, response) => response.end(body));
    const failure = await failureOf(ask(base));
    expect(failure).toMatchObject({ kind: 'malformed', status: 200, type });
    expect(failure.message).toContain(part);
  });

  it('whose answer breaks off is malformed', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('{"data":', () => response.destroy());
    });
    expect(await failureOf(ask(base))).toMatchObject({ kind: 'malformed', type: 'answer-broken-off' });
  });

  it('that nobody answers is unreachable', async () => {
    const base = await serve((incoming) => incoming.destroy());
    expect(await failureOf(ask(base))).toMatchObject({ kind: 'unreachable', status: 0, type: 'unreachable' });
  });

  it('that is given up rejects with the reason, before and during the answer', async () => {
    const controller = new AbortController();
    const base = await serve((_request, response) => {
      response.writeHead(200).write('{');
      controller.abort(new Error('enough'));
    });
    await expect(ask(base, { signal: controller.signal })).rejects.toThrow('enough');
    await expect(ask(base, { signal: AbortSignal.abort(new Error('never mind')) })).rejects.toThrow('never mind');
  });
});
