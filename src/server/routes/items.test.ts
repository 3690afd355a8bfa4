import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectError } from '../testing/expect-error.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

const path = '/v2/datasets/~things/items';
let server: TestServer;
let otherToken: string;
beforeAll(async () => {
  server = await openTestServer();
  otherToken = (await server.source.users.add('other')).token;
  await server.send('POST', '/v2/datasets?name=things');
  await server.send('POST', '/v2/datasets?name=empty');
  await server.send('POST', path, [{ n: 0 }, { n: 1, '#debug': [null] }, { '#only': 2 }, { text: 'Zürich\n東京' }, {}]);
});
afterAll(() => server.close());

const all = [{ n: 0 }, { n: 1, '#debug': [null] }, { '#only': 2 }, { text: 'Zürich\n東京' }, {}];

function pagination(response: Response): string[] {
  return ['total', 'offset', 'limit', 'count', 'desc'].map(
    (name) => response.headers.get(`x-apify-pagination-${name}`) ?? '',
  );
}

describe('GET /v2/datasets/{id}/items', () => {
  it.each([
    ['', [0, 1, 2, 3, 4], ['5', '0', '999999999999', '5', 'false']],
    ['?format=json&desc=1', [4, 3, 2, 1, 0], ['5', '0', '999999999999', '5', 'true']],
    ['?offset=1&limit=2', [1, 2], ['5', '1', '2', '2', 'false']],
    ['?offset=1&limit=2&desc=true', [3, 2], ['5', '1', '2', '2', 'true']],
    ['?offset=4&limit=9', [4], ['5', '4', '9', '1', 'false']],
    ['?offset=5', [], ['5', '5', '999999999999', '0', 'false']],
    ['?offset=99999999999&desc=1', [], ['5', '99999999999', '999999999999', '0', 'true']],
    ['?limit=0', [0, 1, 2, 3, 4], ['5', '0', '999999999999', '5', 'false']],
    ['?limit=1e15', [0, 1, 2, 3, 4], ['5', '0', '999999999999', '5', 'false']],
    ['?limit=&format=&offset=', [0, 1, 2, 3, 4], ['5', '0', '999999999999', '5', 'false']],
  ])('%s', async (search, positions, headers) => {
    const response = await server.app.request(path + search);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(pagination(response)).toEqual(headers);
    expect(await response.json()).toEqual(positions.map((position) => all[position]));
    const head = await server.app.request(path + search, { method: 'HEAD' });
    expect([head.status, pagination(head), await head.text()]).toEqual([200, headers, '']);
  });

  it('writes one item a line as jsonl', async () => {
    const response = await server.app.request(`${path}?format=jsonl`);
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(await response.text()).toBe(`${all.map((item) => JSON.stringify(item)).join('\n')}\n`);
  });

  it('writes no items', async () => {
    expect(await (await server.app.request('/v2/datasets/~empty/items')).text()).toBe('[]');
    expect(await (await server.app.request('/v2/datasets/~empty/items?format=jsonl')).text()).toBe('');
  });

  it('says an offset beyond all numbers as it was given', async () => {
    const response = await server.app.request(`${path}?offset=1e300`);
    expect([response.headers.get('x-apify-pagination-offset'), await response.json()]).toEqual(['1e+300', []]);
  });

  it('streams many items in both directions, compressed too', async () => {
    await server.send('POST', '/v2/datasets?name=many');
    const many = Array.from({ length: 12_000 }, (_, n) => ({ n, text: 'x'.repeat(n % 300) }));
    expect((await server.send('POST', '/v2/datasets/~many/items', many)).status).toBe(201);
    const response = await server.app.request('/v2/datasets/~many/items');
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.json()).toEqual(many);
    const newest = await server.app.request('/v2/datasets/~many/items?desc=1&offset=10&limit=11000', {
      headers: { 'accept-encoding': 'gzip' },
    });
    const bytes = gunzipSync(new Uint8Array(await newest.arrayBuffer()));
    expect(JSON.parse(bytes.toString())).toEqual([...many].reverse().slice(10, 11_010));
  });

  it.each([
    ['format=csv', 'param-not-one-of', '"csv", which this server does not support yet'],
    ['format=xlsx', 'param-not-one-of', 'json or jsonl'],
    ['format=exe', 'param-not-one-of', '"exe"'],
    ['format=json&format=json', 'invalid-parameter', '2 times'],
    ['limit=-1', 'invalid-parameter', '"limit"'],
    ['desc=2', 'invalid-parameter', '"desc"'],
    ['clean=1', 'invalid-parameter', 'Parameter "clean" is "1", which this server does not support yet'],
    ['skipHidden=true', 'invalid-parameter', '"skipHidden"'],
    ['skipEmpty=true', 'invalid-parameter', '"skipEmpty"'],
    ['fields=a,b', 'invalid-parameter', '"fields"'],
    ['fields=&fields=a', 'invalid-parameter', '"fields"'],
    ['omit=a', 'invalid-parameter', '"omit"'],
    ['unwind=a', 'invalid-parameter', '"unwind"'],
    ['flatten=a', 'invalid-parameter', '"flatten"'],
    ['view=overview', 'invalid-parameter', '"view"'],
    ['simplified=1', 'invalid-parameter', '"simplified"'],
    ['attachment=1', 'invalid-parameter', '"attachment"'],
  ])('refuses %s rather than answer something else', async (search, type, part) => {
    expect(await expectError(await server.app.request(`${path}?${search}`), { status: 400, type })).toContain(part);
  });

  it('lets switches through that are off, and what concerns other formats', async () => {
    const search = '?clean=0&skipHidden=false&skipEmpty=&fields=&unwind=&bom=0&delimiter=;&xmlRoot=x&skipHeaderRow=1';
    expect(await server.getJson(path + search)).toEqual(all);
  });

  it('is forbidden to others, in the words of the contract, and 404 for what is not there', async () => {
    const headers = { authorization: `Bearer ${otherToken}` };
    const { data } = (await server.getJson('/v2/datasets/~things')) as { data: { id: string } };
    const response = await server.app.request(`/v2/datasets/${data.id}/items`, { headers });
    expect(await expectError(response, { status: 403, type: 'insufficient-permissions' })).toBe(
      "Insufficient permissions for the dataset. Make sure you're passing a correct API token and that it has the required permissions.",
    );
    await expectError(await server.app.request('/v2/datasets/~nothing/items'), {
      status: 404,
      type: 'record-not-found',
    });
  });

  it('has its methods', async () => {
    const options = await server.app.request(path, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, GET, HEAD, POST']);
    const deleted = await server.app.request(path, { method: 'DELETE' });
    await expectError(deleted, { status: 405, type: 'method-not-allowed' });
  });
});

describe('POST /v2/datasets/{id}/items', () => {
  const counts = async () => {
    const { data } = (await server.getJson('/v2/datasets/~pushed')) as {
      data: { itemCount: number; cleanItemCount: number; modifiedAt: string };
    };
    return [data.itemCount, data.cleanItemCount];
  };
  beforeAll(async () => {
    await server.send('POST', '/v2/datasets?name=pushed');
  });
  const push = (body: BodyInit, headers: Record<string, string> = {}) =>
    server.app.request('/v2/datasets/~pushed/items', { method: 'POST', body, headers });

  it('stores one, several, and either as a string, and counts at once', async () => {
    const bodies = ['{"a":1}', '[{"a":2},{"#a":3}]', JSON.stringify('{"a":4}'), JSON.stringify('[{}]'), '[]'];
    for (const body of bodies) {
      const response = await push(body);
      expect([response.status, await response.text()]).toEqual([201, '{}']);
    }
    expect(await counts()).toEqual([5, 3]);
    expect(await server.getJson('/v2/datasets/~pushed/items')).toEqual([{ a: 1 }, { a: 2 }, { '#a': 3 }, { a: 4 }, {}]);
  });

  it('takes compressed bodies', async () => {
    const before = await counts();
    const response = await push(gzipSync(JSON.stringify([{ a: 'x'.repeat(5000) }])), { 'content-encoding': 'gzip' });
    expect(response.status).toBe(201);
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  it.each([
    ['a number among objects', '[{"a":1},2]', {}, 400, 'invalid-request'],
    ['nothing', '', {}, 400, 'invalid-request'],
    ['cut JSON', '[{"a":1}', {}, 400, 'invalid-request'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), {}, 400, 'invalid-request'],
    ['cut gzip', gzipSync('{"a":1}').subarray(0, 15), { 'content-encoding': 'gzip' }, 400, 'invalid-request'],
    ['an unknown encoding', '{"a":1}', { 'content-encoding': 'zstd' }, 415, 'unsupported-content-encoding'],
    ['too much', `[{"a":"${'x'.repeat(9_437_184)}"}]`, {}, 413, 'request-too-large'],
    ['deep nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 400, 'invalid-request'],
  ])('refuses %s and stores none of it', async (_what, body, headers, status, type) => {
    const before = await counts();
    await expectError(await push(body, headers), { status, type });
    expect(await counts()).toEqual(before);
  });

  it('keeps moderate depth', async () => {
    const body = `{"a":${'['.repeat(500)}${']'.repeat(500)}}`;
    expect((await push(body)).status).toBe(201);
    expect(await (await server.app.request('/v2/datasets/~pushed/items?desc=1&limit=1')).text()).toBe(`[${body}]`);
  });
});
