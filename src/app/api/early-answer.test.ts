import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { userAnswer } from './answer-shapes.ts';
import { request } from './client.ts';
import { askEarly } from './early-answer.ts';

const servers: Server[] = [];

/** Answers with `listener`, and counts how often. */
async function serve(listener: RequestListener): Promise<{ readonly url: string; readonly asked: () => number }> {
  let count = 0;
  const server = createServer((incoming, response) => {
    count += 1;
    listener(incoming, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `address()` of a server that listens on a port is an AddressInfo.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/users/me`, asked: () => count };
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const user = { data: { id: 'u1', username: 'ada' } };
const answer: RequestListener = (_incoming, response) => response.end(JSON.stringify(user));

function ask(url: string, options: { token?: string; signal?: AbortSignal } = {}) {
  const { token, signal = new AbortController().signal } = options;
  return request({ url, shape: userAnswer, token, signal });
}

describe('an answer that was asked for early', () => {
  it('is the answer to the first request of the same address, and to no other', async () => {
    const { url, asked } = await serve(answer);
    expect(JSON.parse((await askEarly(url)) ?? '')).toEqual(user);
    expect(await ask(url)).toEqual(user);
    expect(asked()).toBe(1);
    expect(await ask(url)).toEqual(user);
    expect(asked()).toBe(2);
  });

  it('is not for who has a token, nor for another address', async () => {
    const { url, asked } = await serve(answer);
    await askEarly(url);
    await ask(url, { token: 'secret' });
    await ask(`${url}?x=1`);
    expect(asked()).toBe(3);
  });

  it('can be waited for, and given up', async () => {
    const { url, asked } = await serve(() => {});
    const early = askEarly(url);
    const giving = new AbortController();
    const waiting = ask(url, { signal: giving.signal });
    giving.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(await early).toBeUndefined();
    expect(asked()).toBeLessThanOrEqual(1);
  });

  it.each<[string, RequestListener, object]>([
    ['an error', (_incoming, response) => response.writeHead(503).end('Busy'), { kind: 'server', status: 503 }],
    ['a cut connection', (_incoming, response) => response.destroy(), { kind: 'unreachable' }],
    [
      'half an answer',
      (_incoming, response) => {
        response.writeHead(200, { 'Content-Length': 100 });
        response.write('{', () => response.destroy());
      },
      { kind: 'malformed', type: 'answer-broken-off' },
    ],
    ['no JSON', (_incoming, response) => response.end('Hello'), { kind: 'malformed', type: 'answer-not-json' }],
  ])('fails as any other: %s', async (_, listener, failure) => {
    const { url, asked } = await serve(listener);
    await askEarly(url);
    await expect(ask(url)).rejects.toMatchObject(failure);
    expect(asked()).toBe(1);
  });
});
