import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadSource } from '../source/interface/source.ts';
import { expectError } from '../testing/expect-error.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';
import { createApp } from './create-app.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

describe('the app', () => {
  it('answers the list from the database', async () => {
    const created = await server.send('POST', '/v2/datasets?name=first');
    expect(created.status).toBe(201);
    const { data } = (await server.getJson('/v2/datasets')) as { data: { total: number; items: { name: string }[] } };
    expect(data).toMatchObject({ total: 1, offset: 0, limit: 1000, desc: false, count: 1 });
    expect(data.items.map(({ name }) => name)).toEqual(['first']);
  });
});

describe('a source that can only be read', () => {
  /** The test server's database without what writes to it. */
  function readOnlySource(): ReadSource {
    const { authenticate, localUser, findUser, listDatasets, getDataset, readItems, close } = server.source;
    return { authenticate, localUser, findUser, listDatasets, getDataset, readItems, close };
  }

  it.each([
    ['POST', '/v2/datasets?name=new'],
    ['POST', '/v2/datasets?name=-bad-'],
    ['PUT', '/v2/datasets/~first'],
    ['DELETE', '/v2/datasets/~first'],
    ['POST', '/v2/datasets/~first/items'],
  ])('refuses %s %s, saying that it is read-only', async (method, path) => {
    const request = { method, ...(method === 'DELETE' ? {} : { body: '{}' }) };
    const response = await createApp(readOnlySource()).request(path, request);
    const message = await expectError(response, { status: 403, type: 'insufficient-permissions' });
    expect(message).toContain('read-only');
    const withoutToken = await createApp(readOnlySource(), { requireToken: true }).request(path, request);
    await expectError(withoutToken, { status: 401, type: 'token-not-provided' });
  });

  it.each(['/v2/datasets', '/v2/datasets/~first', '/v2/datasets/~first/items', '/v2/users/me'])(
    'answers %s as any other',
    async (path) => {
      const [read, any] = await Promise.all([createApp(readOnlySource()).request(path), server.app.request(path)]);
      expect([read.status, Object.keys(await read.json())]).toEqual([200, Object.keys(await any.json())]);
    },
  );

  it('takes the tokens of the callers that are given beside it', async () => {
    const { token } = await server.source.users.add('ada');
    const users = { authenticate: server.source.authenticate, localUser: server.source.localUser };
    const nobody = { ...readOnlySource(), authenticate: async () => undefined };
    const app = createApp(nobody, { requireToken: true, callers: users });
    const response = await app.request('/v2/users/me', { headers: { authorization: `Bearer ${token}` } });
    expect(await response.json()).toMatchObject({ data: { username: 'ada' } });
  });
});
