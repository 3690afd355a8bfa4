import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetListItemSchema } from '../../contract/dataset.ts';
import { expectError } from '../testing/expect-error.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

const datasetSchema = v.object({
  data: v.looseObject({ ...datasetListItemSchema.entries, consoleUrl: v.pipe(v.string(), v.url()) }),
});
const notFound = { status: 404, type: 'record-not-found' };
const forbidden = { status: 403, type: 'insufficient-permissions' };

let server: TestServer;
let id: string;
let otherToken: string;
beforeAll(async () => {
  server = await openTestServer();
  otherToken = (await server.source.users.add('other')).token;
  id = (await read(await server.send('POST', '/v2/datasets?name=Mine'))).id;
});
afterAll(() => server.close());

async function read(response: Response) {
  return v.parse(datasetSchema, await response.json()).data;
}

describe('GET /v2/datasets/{id}', () => {
  it.each([
    ['an id', () => id],
    ['the name of the caller’s', () => '~Mine'],
    ['the name in another case', () => '~mINE'],
    ['username and name', () => 'local~mine'],
    ['the username in another case', () => 'LOCAL~MINE'],
    ['a percent-encoded tilde', () => 'local%7Emine'],
    ['percent-encoded letters', () => '%7e%4Dine'],
  ])('finds it by %s', async (_what, ref) => {
    const response = await server.app.request(`/v2/datasets/${ref()}`);
    expect(response.status).toBe(200);
    expect(await read(response)).toMatchObject({
      id,
      name: 'Mine',
      itemCount: 0,
      cleanItemCount: 0,
      username: 'local',
    });
  });

  it('says what the public document requires, and shows the signing key to who may write', async () => {
    const data = await read(await server.app.request(`/v2/datasets/${id}`));
    const required = [
      'id',
      'userId',
      'createdAt',
      'modifiedAt',
      'accessedAt',
      'itemCount',
      'cleanItemCount',
      'consoleUrl',
    ];
    expect(Object.keys(data)).toEqual(expect.arrayContaining([...required, 'name', 'actId', 'actRunId', 'stats']));
    expect(data.urlSigningSecretKey).toEqual(expect.any(String));
  });

  it.each([
    'x'.repeat(17),
    '~nothing',
    'nobody~mine',
    '~',
    '~~',
    'a~b~c',
    '%00',
    '%ff',
    '%',
    '%2e%2e%2f',
    "'%20OR%201=1--",
    '%F0%9F%98%80',
    'x'.repeat(5000),
    '__proto__',
  ])('does not find %.30j', async (ref) => {
    expect(await expectError(await server.app.request(`/v2/datasets/${ref}`), notFound)).toBe('Dataset was not found');
  });

  it('is forbidden to others, and open to whom it is shared with, without the key', async () => {
    const headers = { authorization: `Bearer ${otherToken}` };
    await expectError(await server.app.request(`/v2/datasets/${id}`, { headers }), forbidden);
    await server.source.users.share(id, 'other');
    const data = await read(await server.app.request(`/v2/datasets/local~mine`, { headers }));
    expect(data.urlSigningSecretKey).toBeUndefined();
    await server.source.users.unshare(id, 'other');
  });

  it('answers HEAD and OPTIONS, and 405 to the rest', async () => {
    const head = await server.app.request(`/v2/datasets/${id}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const missing = await server.app.request('/v2/datasets/~nothing', { method: 'HEAD' });
    expect([missing.status, await missing.text()]).toEqual([404, '']);
    const options = await server.app.request(`/v2/datasets/${id}`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, GET, HEAD, PUT, DELETE']);
    const post = await server.app.request(`/v2/datasets/${id}`, { method: 'POST' });
    await expectError(post, { status: 405, type: 'method-not-allowed' });
  });
});

describe('PUT /v2/datasets/{id}', () => {
  const put = (body: unknown, ref = id) => server.send('PUT', `/v2/datasets/${ref}`, body);

  it('renames, un-names, gives a title and leaves alone what is not mentioned', async () => {
    expect(await read(await put({ name: 'Renamed', title: 'Ein Titel – 題' }))).toMatchObject({
      name: 'Renamed',
      title: 'Ein Titel – 題',
    });
    expect(await read(await put({ generalAccess: 'ANYONE_WITH_ID_CAN_READ' }))).toMatchObject({
      name: 'Renamed',
      title: 'Ein Titel – 題',
      generalAccess: 'ANYONE_WITH_ID_CAN_READ',
    });
    expect(await read(await put({ name: null, title: null }))).toMatchObject({ name: null, title: null });
    expect(await read(await put({ name: 'Mine', generalAccess: 'RESTRICTED' }))).toMatchObject({ name: 'Mine' });
  });

  it('ignores keys that it does not know', async () => {
    const body = '{"id":"x","userId":"y","itemCount":9,"__proto__":{"name":"evil"},"constructor":1}';
    const response = await server.app.request(`/v2/datasets/${id}`, { method: 'PUT', body });
    expect(await read(response)).toMatchObject({ id, name: 'Mine', itemCount: 0 });
  });

  it('refuses a name that is taken, whatever the case', async () => {
    await server.send('POST', '/v2/datasets?name=taken');
    await expectError(await put({ name: 'TAKEN' }), { status: 400, type: 'name-not-unique' });
    expect(await read(await put({ name: 'MINE' }))).toMatchObject({ name: 'MINE' });
    await put({ name: 'Mine' });
  });

  it.each([
    [{ name: '' }, '"name"'],
    [{ name: '-a' }, '"name"'],
    [{ name: 'x'.repeat(64) }, '"name"'],
    [{ name: 'a b' }, '"name" is "a b"; it must be'],
    [{ name: 7 }, '"name"'],
    [{ name: ['a'] }, '"name"'],
    [{ name: { toString: 'a' } }, '"name"'],
    [{ title: 7 }, '"title"'],
    [{ title: 'x'.repeat(1001) }, '"title"'],
    [{ generalAccess: 'EVERYBODY' }, '"generalAccess" is "EVERYBODY"; it must be ANYONE_WITH_ID_CAN_READ or'],
    [{ generalAccess: null }, '"generalAccess"'],
    [{ name: 'good', title: false }, '"title"'],
    [[], 'JSON object'],
    [null, 'JSON object'],
    ['name', 'JSON object'],
    [7, 'JSON object'],
  ])('refuses %.60j, naming what is wrong, and changes nothing', async (body, part) => {
    const before = await server.getJson(`/v2/datasets/${id}`);
    const message = await expectError(await put(body), { status: 400, type: 'invalid-request' });
    expect(message).toContain(part);
    expect(await server.getJson(`/v2/datasets/${id}`)).toMatchObject({
      data: { name: 'Mine', modifiedAt: (before as { data: { modifiedAt: string } }).data.modifiedAt },
    });
  });

  it.each([
    ['no body', undefined],
    ['spaces', '  \n'],
    ['cut JSON', '{"name":"x"'],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['text', 'name=x'],
  ])('refuses %s', async (_what, body) => {
    const init = { method: 'PUT', ...(body === undefined ? {} : { body }) };
    await expectError(await server.app.request(`/v2/datasets/${id}`, init), { status: 400, type: 'invalid-request' });
  });

  it('is for the owner alone, and for what is there', async () => {
    await server.source.users.share(id, 'other');
    const headers = { authorization: `Bearer ${otherToken}` };
    const response = await server.app.request(`/v2/datasets/${id}`, { method: 'PUT', headers, body: '{"name":"x"}' });
    await expectError(response, forbidden);
    await expectError(await put({ name: 'x' }, '~nothing'), notFound);
  });
});

describe('DELETE /v2/datasets/{id}', () => {
  it('removes it for good', async () => {
    const made = await read(await server.send('POST', '/v2/datasets?name=gone'));
    await server.send('POST', '/v2/datasets/~gone/items', { n: 1 });
    const headers = { authorization: `Bearer ${otherToken}` };
    await expectError(await server.app.request(`/v2/datasets/${made.id}`, { method: 'DELETE', headers }), forbidden);
    const response = await server.app.request('/v2/datasets/~gone', { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
    await expectError(await server.app.request(`/v2/datasets/${made.id}`), notFound);
    await expectError(await server.app.request(`/v2/datasets/${made.id}/items`), notFound);
    await expectError(await server.app.request('/v2/datasets/~gone', { method: 'DELETE' }), notFound);
  });
});
