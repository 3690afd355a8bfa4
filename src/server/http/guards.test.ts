import { describe, expect, it } from 'vitest';
import { expectError } from '../testing/expect-error.ts';
import { createShell, type ShellOptions } from './create-shell.ts';
import { isAllowedHost } from './guards.ts';
import { jsonResponse } from './json-response.ts';

const publicUrl = new URL('https://setlist.example');
const writes = ['POST', 'PUT', 'DELETE', 'PATCH', 'QUERY'];
const reads = ['GET', 'HEAD', 'OPTIONS'];

/** A shell around an API that notes what gets through to it. */
function guarded(options: ShellOptions = {}) {
  const reached: string[] = [];
  const shell = createShell({
    api: (request) => {
      reached.push(request.method);
      return jsonResponse('{"data":{}}');
    },
    options,
  });
  return { shell, reached };
}

const refused = { status: 403, type: 'insufficient-permissions' };

describe('the guard of the Host', () => {
  it.each(['evil.example', 'localhost.evil.example:4780', '', 'a b', '[::2]'])(
    'refuses %j, whatever is asked for',
    async (host) => {
      const { shell, reached } = guarded({ publicUrl });
      for (const path of ['/v2/datasets', '/v2/nothing', '/', '/datasets', '/assets/x.js']) {
        const message = await expectError(await shell.request(path, { headers: { host } }), refused);
        expect(message).toContain(`"${host}"`);
      }
      expect(reached).toEqual([]);
    },
  );

  it('refuses the host of the address where no header names one', async () => {
    const { shell } = guarded();
    await expectError(await shell.request('http://evil.example/v2/datasets'), refused);
    expect((await shell.request('http://127.0.0.1:4780/v2/datasets')).status).toBe(200);
  });

  it('answers for loopback and for the public URL', async () => {
    const { shell } = guarded({ publicUrl });
    for (const host of ['localhost:4780', '127.0.0.1', '[::1]:4780', 'setlist.example']) {
      expect((await shell.request('/v2/datasets', { headers: { host } })).status).toBe(200);
    }
  });

  it('cuts a long host in its message', async () => {
    const { shell } = guarded();
    const message = await expectError(await shell.request('/', { headers: { host: 'x'.repeat(5000) } }), refused);
    expect(message.length).toBeLessThan(250);
  });
});

describe('the guard of writes', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'http://localhost' },
    { origin: 'https://localhost:4780' },
    { origin: 'http://localhost:4781' },
    { origin: 'http://localhost:4780.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:4780', 'sec-fetch-site': 'cross-site' },
  ];
  const own: readonly Record<string, string>[] = [
    {},
    { origin: 'http://localhost:4780' },
    { origin: 'http://localhost:4780', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://setlist.example' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ];
  const host = 'localhost:4780';

  it.each(foreign)('refuses them with %j', async (headers) => {
    const { shell, reached } = guarded({ publicUrl });
    for (const method of writes) {
      await expectError(await shell.request('/v2/datasets', { method, headers: { host, ...headers } }), refused);
    }
    expect(reached).toEqual([]);
  });

  it.each(foreign)(
    'lets reads with %j through, and says nothing that lets the page see the answer',
    async (headers) => {
      const { shell, reached } = guarded({ publicUrl });
      for (const method of reads) {
        const response = await shell.request('/v2/datasets', { method, headers: { host, ...headers } });
        expect(response.status).toBe(200);
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
      expect(reached).toEqual(reads);
    },
  );

  it.each(own)('lets them through with %j', async (headers) => {
    const { shell, reached } = guarded({ publicUrl });
    for (const method of writes) {
      await shell.request('/v2/datasets', { method, headers: { host, ...headers } });
    }
    expect(reached).toEqual(writes);
  });

  it('takes the default port for none', async () => {
    const { shell, reached } = guarded();
    await shell.request('/v2/x', { method: 'POST', headers: { host: 'localhost:80', origin: 'http://localhost' } });
    expect(reached).toEqual(['POST']);
  });
});

describe('reads from other origins, where they are allowed', () => {
  const origin = 'https://dashboard.example';

  it('answers a preflight itself', async () => {
    const { shell, reached } = guarded({ crossOriginReads: true });
    const response = await shell.request('/v2/datasets', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'Authorization',
    });
    expect(reached).toEqual([]);
  });

  it('lets any page see answers and errors, and the headers beside them', async () => {
    const { shell } = guarded({ crossOriginReads: true });
    const response = await shell.request('/v2/datasets', { headers: { origin } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toMatch(
      /x-apify-pagination-total.*x-apify-pagination-desc.*X-RateLimit-Limit/,
    );
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const failing = createShell({
      api: () => {
        throw new Error('broken');
      },
      options: { crossOriginReads: true, logError: () => undefined },
    });
    const failed = await failing.request('/v2/datasets', { headers: { origin } });
    expect([failed.status, failed.headers.get('access-control-allow-origin')]).toEqual([500, '*']);
  });

  it('still refuses writes, and tells a refused host nothing', async () => {
    const { shell } = guarded({ crossOriginReads: true });
    await expectError(await shell.request('/v2/datasets', { method: 'POST', headers: { origin } }), refused);
    const response = await shell.request('/v2/datasets', { headers: { origin, host: 'evil.example' } });
    await expectError(response, refused);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('concerns the API alone', async () => {
    const { shell } = guarded({ crossOriginReads: true });
    expect(
      (await shell.request('/datasets', { headers: { origin } })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });
});

const withPort = new URL('http://setlist.example:8443');

describe('the hosts that we answer for', () => {
  it.each([
    'localhost',
    'LOCALHOST:4780',
    'localhost:1',
    'app.localhost',
    'a.b.localhost:80',
    '127.0.0.1',
    '127.0.0.1:4780',
    '127.255.3.9:65535',
    '[::1]',
    '[::1]:4780',
  ])('answers for %j', (host) => {
    expect(isAllowedHost(host, undefined)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'evil.example',
    'evil.example:4780',
    'localhost.evil.example',
    'notlocalhost',
    'localhost.',
    'localhost:',
    'localhost:99999',
    'localhost:4780:1',
    'localhost:80@evil.example',
    'evil.example@localhost',
    'localhost, evil.example',
    'localhost/evil',
    '-.localhost/x',
    '127.0.0.1.evil.example',
    '..127.0.0.1:4780',
    'a..localhost',
    'xn--a.localhost',
    '127.1',
    '127.0.0.256',
    '127.0.0.01',
    '0.0.0.0',
    '2130706433',
    '192.168.0.1',
    '::1',
    '[::1',
    '[::2]',
    '[::ffff:127.0.0.1]',
    'setlist.example',
    'ｌocalhost',
    'localhost\u0000',
  ])('refuses %j', (host) => {
    expect(isAllowedHost(host, undefined)).toBe(false);
  });

  it.each([
    ['setlist.example', publicUrl, true],
    ['SETLIST.example:443', publicUrl, true],
    ['localhost:4780', publicUrl, true],
    ['setlist.example:80', publicUrl, false],
    ['setlist.example:8443', withPort, true],
    ['setlist.example', withPort, false],
    ['www.setlist.example', publicUrl, false],
    ['setlist.example.evil.example', publicUrl, false],
    ['user@setlist.example', publicUrl, false],
    ['setlist.example/x', publicUrl, false],
    ['setlist.example?', publicUrl, false],
    ['setlist.example#', publicUrl, false],
  ] as const)('with a public URL, %j of %s is %s', (host, url, allowed) => {
    expect(isAllowedHost(host, url)).toBe(allowed);
  });
});
