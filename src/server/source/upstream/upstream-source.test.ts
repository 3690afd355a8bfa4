import { ApifyClient } from 'apify-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppOptions, createApp } from '../../routes/create-app.ts';
import { type LocalServer, listenLocally } from '../../testing/listen-locally.ts';
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts';
import { readUpstreamAddress } from './address.ts';
import { createUpstreamSource, type UpstreamOptions } from './upstream-source.ts';

/** A second Setlist that asks for tokens, and a user of it. */
let second: TestServer;
let upstream: LocalServer;
let token: string;
const proxies: LocalServer[] = [];

beforeAll(async () => {
  second = await openTestServer({ requireToken: true });
  upstream = await listenLocally(second.app.fetch);
  ({ token } = await second.source.users.add('upstream-user'));
});

afterAll(async () => {
  await Promise.all([...proxies, upstream].map((server) => server.close()));
  await second.close();
});

async function startProxy(options: Partial<UpstreamOptions> & AppOptions = {}): Promise<LocalServer> {
  const { token: serverToken, ...appOptions } = options;
  const address = readUpstreamAddress(upstream.url);
  const proxy = await listenLocally(createApp(createUpstreamSource({ address, token: serverToken }), appOptions).fetch);
  proxies.push(proxy);
  return proxy;
}

const bearer = (value: string) => ({ headers: { Authorization: `Bearer ${value}` } });
const notProvided = {
  error: { type: 'token-not-provided', message: 'Authentication token was not provided' },
};
const notValid = {
  error: { type: 'user-or-token-not-found', message: 'User was not found or authentication token is not valid' },
};

describe('a Setlist in front of another', () => {
  it('carries the official client: create, push, list, read, rename, delete', async () => {
    const proxy = await startProxy();
    const client = new ApifyClient({ baseUrl: proxy.url, token, maxRetries: 0 });
    const { id } = await client.datasets().getOrCreate('through-the-proxy');
    const dataset = client.dataset(id);
    const rows = Array.from({ length: 300 }, (_, index) => ({ index, text: `row ${index} ☃ ${'x'.repeat(20)}` }));
    await dataset.pushItems(rows);
    expect((await dataset.listItems()).items).toEqual(rows);
    expect(await dataset.listItems({ offset: 10, limit: 5, desc: true })).toMatchObject({
      total: 300,
      offset: 10,
      limit: 5,
      count: 5,
      desc: true,
      items: rows.toReversed().slice(10, 15),
    });
    expect(await dataset.get()).toMatchObject({ id, itemCount: 300, username: 'upstream-user' });
    expect(await dataset.update({ name: 'renamed' })).toMatchObject({ id, name: 'renamed' });
    for (let made = 0; made < 24; made += 1) await client.datasets().getOrCreate(`made-${made}`);
    const names: (string | undefined)[] = [];
    for await (const { name } of client.datasets().list({ limit: 25 })) names.push(name);
    expect(names).toEqual(['renamed', ...Array.from({ length: 24 }, (_, made) => `made-${made}`)]);
    expect(await client.user('me').get()).toMatchObject({ username: 'upstream-user' });
    await dataset.delete();
    expect(await dataset.get()).toBeUndefined();
  });

  it('gives a caller what the upstream gives', async () => {
    const proxy = await startProxy();
    const paths = [
      '/v2/datasets',
      '/v2/datasets?limit=2&desc=1&unnamed=0',
      '/v2/datasets?limit=-1',
      '/v2/datasets?ownership=nobody',
      '/v2/datasets/nowhere',
      '/v2/datasets/nowhere/items',
      '/v2/datasets/~made-1/items',
      '/v2/users/me',
      '/v2/nothing/here',
    ];
    for (const path of paths) {
      for (const init of [bearer(token), bearer('wrong'), {}]) {
        const [direct, passed] = await Promise.all([upstream.url, proxy.url].map((url) => fetch(url + path, init)));
        expect(passed?.status).toBe(direct?.status);
        expect(await passed?.text()).toBe(await direct?.text());
        for (const name of ['content-type', 'x-apify-pagination-total', 'x-apify-pagination-limit', 'allow', 'etag']) {
          expect(passed?.headers.get(name)).toBe(direct?.headers.get(name));
        }
      }
    }
  });

  it('keeps the pagination headers and answers HEAD', async () => {
    const proxy = await startProxy();
    const response = await fetch(`${proxy.url}/v2/datasets/~made-1/items?limit=3`, {
      ...bearer(token),
      method: 'HEAD',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-apify-pagination-limit')).toBe('3');
    expect(response.headers.get('x-apify-pagination-total')).toBe('0');
  });

  it('leads what is new by way of itself', async () => {
    const proxy = await startProxy();
    const response = await fetch(`${proxy.url}/v2/datasets?name=located`, { ...bearer(token), method: 'POST' });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toMatch(/^\/v2\/datasets\/[0-9A-Za-z]{17}$/);
  });

  it('takes a token out of the query', async () => {
    const proxy = await startProxy();
    expect((await fetch(`${proxy.url}/v2/datasets?token=${token}`)).status).toBe(200);
    const unusable = await fetch(`${proxy.url}/v2/datasets?token=%0A%C3%A9`);
    expect([unusable.status, await unusable.json()]).toEqual([401, notValid]);
  });

  it('passes on that a body is too large', async () => {
    const proxy = await startProxy();
    const client = new ApifyClient({ baseUrl: proxy.url, token, maxRetries: 0 });
    const push = client.dataset('~made-1').pushItems([{ text: 'x'.repeat(10_000_000) }]);
    await expect(push).rejects.toMatchObject({ statusCode: 413, type: 'request-too-large' });
  });

  it('serves what is not of the API itself', async () => {
    const proxy = await startProxy();
    for (const path of ['/', '/datasets', '/v2', '/v2x/datasets', '/v2/..%2fdatasets']) {
      const response = await fetch(proxy.url + path, bearer(token));
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ error: { type: 'page-not-found' } });
    }
  });
});

describe('a Setlist with a token of its own', () => {
  it('adds it for callers who have none', async () => {
    const proxy = await startProxy({ token });
    const response = await fetch(`${proxy.url}/v2/users/me`);
    expect(await response.json()).toMatchObject({ data: { username: 'upstream-user' } });
  });

  it('puts it in the place of whatever a caller brings', async () => {
    const proxy = await startProxy({ token });
    for (const init of [bearer('wrong'), bearer('a b'), {}]) {
      expect((await fetch(`${proxy.url}/v2/users/me?token=wrong`, init)).status).toBe(200);
    }
  });

  it('asks callers for a token of its own where it is told to', async () => {
    const first = await openTestServer();
    const own = await first.source.users.add('first-user');
    const proxy = await startProxy({ token, requireToken: true, callers: first.source });
    const ask = async (init: RequestInit, query = '') => {
      const response = await fetch(`${proxy.url}/v2/users/me${query}`, init);
      return [response.status, await response.json()];
    };
    const accepted = [200, { data: expect.objectContaining({ username: 'upstream-user' }) }];
    expect(await ask({})).toEqual([401, notProvided]);
    expect(await ask(bearer('wrong'))).toEqual([401, notValid]);
    // The token of the upstream is no token of Setlist's.
    expect(await ask(bearer(token))).toEqual([401, notValid]);
    expect(await ask(bearer(own.token))).toEqual(accepted);
    expect(await ask({}, `?token=${own.token}`)).toEqual(accepted);
    await first.close();
  });

  it('does not start where anybody could use it, or a token could go astray', () => {
    const address = readUpstreamAddress(upstream.url);
    expect(() => createApp(createUpstreamSource({ address, token }), { requireToken: true })).toThrow(
      /pass the source/,
    );
    expect(() => createApp(createUpstreamSource({ address }), { callers: second.source })).toThrow(/pass that token/);
    for (const bad of ['', 'a b', 'a\n', 'é']) {
      expect(() => createApp(createUpstreamSource({ address, token: bad }))).toThrow(
        /^SETLIST_UPSTREAM_TOKEN is empty or holds/,
      );
    }
  });
});

describe('a Setlist without a token that is told to ask for one', () => {
  it('refuses a request without one itself, and passes on any other', async () => {
    const proxy = await startProxy({ requireToken: true });
    const response = await fetch(`${proxy.url}/v2/datasets`);
    expect([response.status, await response.json()]).toEqual([401, notProvided]);
    expect((await fetch(`${proxy.url}/v2/datasets`, bearer(token))).status).toBe(200);
    expect((await fetch(`${proxy.url}/v2/datasets`, { method: 'OPTIONS' })).status).toBe(204);
  });
});
