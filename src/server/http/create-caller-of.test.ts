import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../routes/create-app.ts';
import { expectError } from '../testing/expect-error.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = (await server.source.users.add('anna')).token;
  await server.send('POST', '/v2/datasets?name=x');
});
afterAll(() => server.close());

const notProvided = { status: 401, type: 'token-not-provided' };
const notValid = { status: 401, type: 'user-or-token-not-found' };
const everything = [
  ['GET', '/v2/datasets'],
  ['POST', '/v2/datasets'],
  ['GET', '/v2/datasets/~x'],
  ['PUT', '/v2/datasets/~x'],
  ['DELETE', '/v2/datasets/~x'],
  ['GET', '/v2/datasets/~x/items'],
  ['POST', '/v2/datasets/~x/items'],
  ['GET', '/v2/users/me'],
  ['GET', '/v2/users/anna'],
] as const;

async function userOf(response: Response): Promise<string> {
  return ((await response.json()) as { data: { username: string } }).data.username;
}

describe('who makes a request', () => {
  it('is the local user without a token', async () => {
    expect(await userOf(await server.app.request('/v2/users/me'))).toBe('local');
    expect(await userOf(await server.app.request('/v2/users/me?token='))).toBe('local');
  });

  it.each([
    ['the header', (given: string) => ['/v2/users/me', { authorization: `Bearer ${given}` }]],
    ['the header, written otherwise', (given: string) => ['/v2/users/me', { authorization: `bearer   ${given} ` }]],
    ['the query', (given: string) => [`/v2/users/me?token=${given}`, {}]],
    [
      'the header before the query',
      (given: string) => ['/v2/users/me?token=wrong', { authorization: `Bearer ${given}` }],
    ],
  ] as const)('is the user of the token in %s', async (_what, requestWith) => {
    const [path, headers] = requestWith(token) as [string, Record<string, string>];
    expect(await userOf(await server.app.request(path, { headers }))).toBe('anna');
  });

  it.each([
    ['a wrong token', 'Bearer wrong'],
    ['the token and more', 'Bearer TOKEN x'],
    ['two headers', 'Bearer TOKEN, Bearer TOKEN'],
    ['no token', 'Bearer'],
    ['nothing', ''],
    ['the bare token', 'TOKEN'],
    ['another scheme', 'Basic TOKEN'],
    ['a part of the token', 'Bearer HALF'],
    ['the token in another case', 'Bearer UPPER'],
    ['bytes beyond ASCII', 'Bearer ÿ'],
  ])('is nobody with %s in the header: 401, in the words of the contract', async (_what, template) => {
    const authorization = template
      .replaceAll('TOKEN', token)
      .replace('HALF', token.slice(0, 20))
      .replace('UPPER', token === token.toUpperCase() ? token.toLowerCase() : token.toUpperCase());
    const response = await server.app.request('/v2/users/me', { headers: { authorization } });
    expect(await expectError(response, notValid)).toBe('User was not found or authentication token is not valid');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(everything)('a wrong token is 401 for %s %s', async (method, path) => {
    const headers = { authorization: 'Bearer wrong' };
    await expectError(await server.app.request(path, { method, headers }), notValid);
    await expectError(await server.app.request(`${path}?token=wrong`, { method }), notValid);
  });

  it('does not repeat a token that was given twice', async () => {
    const message = await expectError(await server.app.request('/v2/users/me?token=secret1&token=secret2'), {
      status: 400,
      type: 'invalid-parameter',
    });
    expect(message).toBe('Parameter "token" was given 2 times; give it once.');
    const headers = { authorization: `Bearer ${token}` };
    await expectError(await server.app.request('/v2/users/me?token=secret1&token=secret2', { headers }), {
      status: 400,
      type: 'invalid-parameter',
    });
  });
});

describe('a server that asks for tokens', () => {
  const strict = () => createApp(server.source, { requireToken: true });

  it.each(everything)('refuses %s %s without one', async (method, path) => {
    const response = await strict().request(path, { method });
    expect(await expectError(response, notProvided)).toBe('Authentication token was not provided');
  });

  it('answers with one, in the header or the query', async () => {
    expect(
      await userOf(await strict().request('/v2/users/me', { headers: { authorization: `Bearer ${token}` } })),
    ).toBe('anna');
    expect(await userOf(await strict().request(`/v2/users/me?token=${token}`))).toBe('anna');
  });

  it('answers OPTIONS without one, and HEAD as it does GET', async () => {
    expect((await strict().request('/v2/datasets', { method: 'OPTIONS' })).status).toBe(204);
    const head = await strict().request('/v2/datasets', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([401, '']);
  });

  it('lets pages of other origins read, and no other server does', async () => {
    const get = (app: TestServer['app']) =>
      app.request(`/v2/datasets?token=${token}`, { headers: { origin: 'https://dashboard.example' } });
    expect((await get(strict())).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get(server.app)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('users', () => {
  it('are found by id and by name, and their name and id is all that is said', async () => {
    const me = (await server.getJson(`/v2/users/me?token=${token}`)) as { data: { id: string } };
    expect(me).toEqual({ data: { id: expect.stringMatching(/^[0-9A-Za-z]{17}$/), username: 'anna' } });
    expect(await server.getJson('/v2/users/anna')).toEqual(me);
    expect(await server.getJson(`/v2/users/${me.data.id}`)).toEqual(me);
  });

  it('are 404 when there is none', async () => {
    for (const id of ['nobody', '%00', "'--", 'x'.repeat(5000), '~']) {
      const response = await server.app.request(`/v2/users/${id}`);
      await expectError(response, { status: 404, type: 'record-not-found' });
    }
  });
});
