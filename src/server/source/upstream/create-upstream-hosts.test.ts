import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorResponse } from '../../http/errors.ts';
import { createApp } from '../../routes/create-app.ts';
import { type LocalServer, listenLocally } from '../../testing/listen-locally.ts';
import { readUpstreamAddress } from './address.ts';
import { createUpstream } from './create-upstream.ts';
import { answers, answersJson, type Behaviour, startServer, type TestServer } from './testing/misbehaving-server.ts';
import { createUpstreamSource } from './upstream-source.ts';

const serverToken = 'setlist-upstream-secret';
const callerToken = 'caller-secret';

let evil: TestServer;
const running: { close: () => Promise<void> }[] = [];

beforeEach(async () => {
  evil = await startServer(answersJson({ data: { evil: true } }));
});

/** Whatever a test has done, nobody has spoken to the other server. */
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
  await evil.close();
  expect(evil.connections()).toBe(0);
});

/** The handler alone, without the guards that stand before it, in front of a server that has a base path. */
async function start(behaviour: Behaviour, token?: string): Promise<{ proxy: LocalServer; good: TestServer }> {
  const good = await startServer(behaviour);
  const upstream = createUpstream({ address: readUpstreamAddress(`${good.origin}/base`), token });
  const proxy = await listenLocally((request) => upstream(request).catch(errorResponse));
  running.push(proxy, good);
  return { proxy, good };
}

/** Sends the bytes of a request as they are and returns those of the answer. */
async function sendRaw(proxy: LocalServer, request: string): Promise<string> {
  const socket = connect(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request, 'latin1');
  return text(socket).catch(() => '');
}

function expectOnlyUpstream(good: TestServer): void {
  for (const { target, headers } of good.seen) {
    expect(headers.host).toBe(good.host);
    expect(target).toMatch(/^\/base\/v2\//);
    expect(new URL(good.origin + target).pathname).toMatch(/^\/base\/v2\//);
  }
}

describe('the one host that is contacted', () => {
  it('is the upstream for every odd target and header', async () => {
    const { proxy, good } = await start(answersJson({ data: {} }), serverToken);
    const targets = [
      '/v2/datasets',
      '//EVIL/v2/datasets',
      '/v2//EVIL/',
      '/v2/../../x',
      '/v2/..%2f..%2fx',
      '/v2/%2e%2e/%2e%2e/x',
      '/v2/\\\\EVIL\\x',
      '\\\\EVIL\\v2\\x',
      'http://EVIL/v2/datasets',
      'http://EVIL/v2/../x',
      'http://user:pass@EVIL/v2/datasets',
      'https://EVIL/v2/datasets',
      '/v2/http://EVIL/',
      '/v2/@EVIL',
      '/v2/datasets?url=http://EVIL/&token=caller-secret',
      '/v2/datasets#@EVIL',
    ];
    const headers = [
      'X-Forwarded-Host: EVIL',
      'X-Forwarded-Proto: https',
      'Forwarded: host=EVIL',
      'X-Original-URL: http://EVIL/',
      'Origin: http://EVIL',
      'Referer: http://EVIL/',
      'Cookie: a=b',
      `Authorization: Bearer ${callerToken}`,
    ];
    for (const target of targets) {
      for (const host of [`127.0.0.1:${proxy.port}`, 'EVIL']) {
        const request = [`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join(
          '\r\n',
        );
        const answer = await sendRaw(proxy, request.replaceAll('EVIL', evil.host));
        expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
        expect(answer).not.toContain('"evil"');
      }
    }
    expectOnlyUpstream(good);
    expect(good.seen.length).toBeGreaterThan(10);
    for (const { target, headers: seen } of good.seen) {
      expect(seen.authorization).toBe(`Bearer ${serverToken}`);
      expect(target + JSON.stringify(seen)).not.toContain(callerToken);
      expect(target.replace(/\?.*|http:\/\/.*|\/\/.*|@.*/, '') + JSON.stringify(seen)).not.toContain(evil.host);
    }
  });

  it('is the upstream whatever is sent', async () => {
    const { proxy, good } = await start(answersJson({ data: {} }));
    const pieces = [
      '/',
      '//',
      '\\',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '%25',
      '@',
      ':',
      '?',
      '#',
      '&token=',
      evil.host,
      'http:',
    ];
    const word = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ maxLength: 6 }).map((written) => written.replace(/[\s\0]/g, '')),
    );
    const joined = fc.array(word, { maxLength: 7 }).map((words) => words.join(''));
    const names = fc.constantFrom(
      'X-Real-IP',
      'Forwarded',
      'Host',
      'X-Forwarded-Host',
      'Connection',
      'Location',
      'X-Any',
      'Via',
      'TE',
      'Setlist-Passed-Through',
    );
    const target = fc
      .tuple(fc.constantFrom('/v2/', '/v2/datasets/', '/v2//', '/v2', '//', 'http:'), joined)
      .map((parts) => parts.join(''));
    const request = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND'),
      target,
      // A host that no URL can have, such as `..127.0.0.1`, does not come so far: `guardHost` refuses it.
      headers: fc.array(
        fc.tuple(names, joined).filter(([name, value]) => name !== 'Host' || URL.canParse(`http://${value}`)),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ method, target: asked, headers }) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}`);
        const host = headers.some(([name]) => name === 'Host') ? [] : [`Host: 127.0.0.1:${proxy.port}`];
        const head = [`${method} ${asked} HTTP/1.1`, ...host, ...lines, 'Connection: close', '', ''];
        const answer = await sendRaw(proxy, head.join('\r\n'));
        expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
        expect(answer).not.toContain('"evil"');
      }),
      { numRuns: 400 },
    );
    expectOnlyUpstream(good);
    expect(good.seen.length).toBeGreaterThan(50);
  });
});

describe('a redirect of the upstream', () => {
  it.each([301, 302, 303, 307, 308])('%i to elsewhere is 502, followed by nobody', async (status) => {
    for (const place of [
      `${evil.origin}/v2/datasets?token=x`,
      `//${evil.host}/v2/datasets`,
      `${evil.origin.replace('http', 'https')}/`,
    ]) {
      const { good } = await start(answers({ status, headers: { Location: place } }));
      const app = createApp(createUpstreamSource({ address: readUpstreamAddress(good.origin), token: serverToken }));
      const response = await app.request('/v2/datasets');
      expect(response.status).toBe(502);
      expect(response.headers.has('location')).toBe(false);
      const { error } = await response.json();
      expect(error).toEqual({
        type: 'upstream-invalid-response',
        message: `${good.host} redirected (status ${status}) to ${new URL(place, good.origin).origin}, which is not followed`,
      });
    }
  });

  it('within its own API is passed, not followed', async () => {
    const { proxy, good } = await start((request, response) => {
      response
        .writeHead(307, { Location: `http://${request.headers.host}/base/v2/datasets/abc?token=x&a=1` })
        .end('moved');
    });
    const response = await fetch(`${proxy.url}/v2/datasets`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location'), await response.text()]).toEqual([
      307,
      '/v2/datasets/abc?a=1',
      '',
    ]);
    expect(good.seen).toHaveLength(1);
  });
});

describe('the token of this server', () => {
  it('stays here when the upstream repeats it', async () => {
    const echo: Behaviour = (request, response) => {
      const { authorization } = request.headers;
      const status = request.url?.includes('missing') ? 404 : 200;
      const error = { type: 'record-not-found', message: `Nothing for ${authorization}` };
      answersJson(status === 404 ? { error } : { data: { authorization } }, {
        status,
        headers: { 'X-Echo': authorization ?? '', ETag: `"${authorization}"` },
      })(request, response);
    };
    const { proxy, good } = await start(echo, serverToken);
    for (const path of ['/v2/users/me', '/v2/datasets/missing']) {
      const response = await fetch(proxy.url + path);
      const body = await response.text();
      expect(body).toContain('Bearer [token]');
      expect(Number(response.headers.get('content-length'))).toBe(body.length);
      expect(JSON.stringify([...response.headers]) + body).not.toContain(serverToken);
    }
    expect(good.seen.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill(`Bearer ${serverToken}`));
  });

  it('is not sent back by TRACE, and not spent on OPTIONS', async () => {
    const { proxy, good } = await start(answers({ status: 204 }), serverToken);
    const traced = await sendRaw(
      proxy,
      `TRACE /v2/datasets HTTP/1.1\r\nHost: ${proxy.url.slice(7)}\r\nConnection: close\r\n\r\n`,
    );
    expect(traced).toMatch(/^HTTP\/1\.1 405 /);
    expect((await fetch(`${proxy.url}/v2/datasets`, { method: 'OPTIONS' })).status).toBe(204);
    expect(good.seen.map(({ method, headers }) => [method, headers.authorization])).toEqual([['OPTIONS', undefined]]);
  });
});
