import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetPageSchema } from '../../contract/dataset-page.ts';
import { expectError } from '../testing/expect-error.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await server.send('POST', `/v2/datasets?name=${name}`);
  await server.send('POST', '/v2/datasets/~b/items', [{ n: 1 }, { '#hidden': 2 }]);
  const unnamed = (await (await server.send('POST', '/v2/datasets')).json()) as { data: { id: string } };
  await server.send('POST', `/v2/datasets/${unnamed.data.id}/items`, { n: 1 });
});
afterAll(() => server.close());

async function list(search: string) {
  return v.parse(datasetPageSchema, await server.getJson(`/v2/datasets${search}`)).data;
}

describe('GET /v2/datasets', () => {
  it.each([
    ['', { total: 5, offset: 0, limit: 1000, desc: false, count: 5 }, 'abcde'],
    ['?desc=1', { total: 5, desc: true, count: 5 }, 'edcba'],
    ['?desc=true&limit=2', { total: 5, limit: 2, count: 2 }, 'ed'],
    ['?offset=1&limit=3', { total: 5, offset: 1, limit: 3, count: 3 }, 'bcd'],
    ['?offset=4&limit=3', { total: 5, offset: 4, limit: 3, count: 1 }, 'e'],
    ['?offset=5', { total: 5, offset: 5, count: 0 }, ''],
    ['?offset=1e300', { total: 5, offset: 1e300, count: 0 }, ''],
    ['?offset=99999999999999999999', { total: 5, count: 0 }, ''],
    ['?limit=0', { limit: 1000, count: 5 }, 'abcde'],
    ['?limit=5000', { limit: 1000, count: 5 }, 'abcde'],
    ['?limit=&offset=&desc=&unnamed=&ownership=', { limit: 1000, offset: 0, desc: false, count: 5 }, 'abcde'],
    ['?limit=1.0e0', { limit: 1, count: 1 }, 'a'],
    ['?unknown=1&unknown=2', { count: 5 }, 'abcde'],
    ['?unnamed=1', { total: 2, count: 2 }, 'b–'],
    ['?unnamed=1&desc=1', { total: 2, count: 2 }, '–b'],
    ['?ownership=ownedByMe', { total: 5, count: 5 }, 'abcde'],
    ['?ownership=sharedWithMe', { total: 0, count: 0 }, ''],
  ])('%s', async (search, echoed, names) => {
    const page = await list(search);
    expect(page).toMatchObject(echoed);
    expect(page.items.map(({ name }) => name ?? '–').join('')).toBe(names);
  });

  it('says of a dataset what the contract has', async () => {
    const { items } = await list('?offset=1&limit=1');
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(items[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9A-Za-z]{17}$/),
      name: 'b',
      userId: expect.any(String),
      username: 'local',
      createdAt: time,
      modifiedAt: time,
      accessedAt: time,
      itemCount: 2,
      cleanItemCount: 1,
      actId: null,
      actRunId: null,
    });
  });

  it.each([
    ['limit=-1', 'invalid-parameter', ['"limit"', '"-1"', 'a whole number of at least 0']],
    ['limit=1.5', 'invalid-parameter', ['"limit"', '"1.5"']],
    ['offset=NaN', 'invalid-parameter', ['"offset"', '"NaN"']],
    ['offset=1e400', 'invalid-parameter', ['"offset"', '"1e400"']],
    ['offset=Infinity', 'invalid-parameter', ['"offset"', '"Infinity"']],
    ['limit=%20', 'invalid-parameter', ['"limit"', '" "']],
    ['desc=yes', 'invalid-parameter', ['"desc"', '"yes"', 'true, 1, false or 0']],
    ['unnamed=TRUE', 'invalid-parameter', ['"unnamed"', '"TRUE"']],
    ['ownership=mine', 'param-not-one-of', ['"ownership"', '"mine"', 'ownedByMe or sharedWithMe']],
    ['limit=1&limit=2', 'invalid-parameter', ['"limit"', '2 times', '"1"']],
    ['ownership=ownedByMe&ownership=ownedByMe', 'invalid-parameter', ['"ownership"', '2 times']],
    [`desc=${'x'.repeat(5000)}`, 'invalid-parameter', ['"desc"', `"${'x'.repeat(50)}`, '…"']],
  ])('refuses %.40s, naming what is wrong', async (search, type, parts) => {
    const message = await expectError(await server.app.request(`/v2/datasets?${search}`), { status: 400, type });
    for (const part of parts) expect(message).toContain(part);
    expect(message.length).toBeLessThan(200);
  });

  it.each(['', '?limit=2&desc=1', '?offset=4&limit=3', '?offset=9', '?limit=5000', '?unnamed=1&limit=1'])(
    'says which page %s is in the headers too, also to HEAD',
    async (search) => {
      const get = await server.app.request(`/v2/datasets${search}`);
      const head = await server.app.request(`/v2/datasets${search}`, { method: 'HEAD' });
      const { total, offset, limit, count, desc } = v.parse(datasetPageSchema, await get.json()).data;
      for (const { headers } of [get, head]) {
        const said = ['Total', 'Offset', 'Limit', 'Count', 'Desc'].map((name) =>
          headers.get(`X-Apify-Pagination-${name}`),
        );
        expect(said).toEqual([total, offset, limit, count, desc].map(String));
      }
    },
  );

  it('says nothing of a page where there is none', async () => {
    const response = await server.app.request('/v2/datasets?limit=x');
    expect([...response.headers.keys()].filter((name) => name.includes('pagination'))).toEqual([]);
  });

  it('answers HEAD and OPTIONS', async () => {
    const get = await server.app.request('/v2/datasets?limit=2');
    const head = await server.app.request('/v2/datasets?limit=2', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
    expect((await server.app.request('/v2/datasets?limit=x', { method: 'HEAD' })).status).toBe(400);
    const options = await server.app.request('/v2/datasets', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, GET, HEAD, POST']);
  });
});

describe('POST /v2/datasets', () => {
  it('makes a dataset with Location, and finds it again by name, whatever the case', async () => {
    const created = await server.send('POST', '/v2/datasets?name=New-One', { schema: null });
    const { data } = (await created.json()) as { data: { id: string; name: string; consoleUrl: string } };
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`http://localhost/v2/datasets/${data.id}`);
    expect(data).toMatchObject({ name: 'New-One', consoleUrl: `http://localhost/datasets?q=id%3A${data.id}` });
    const again = await server.send('POST', '/v2/datasets?name=new-one');
    expect([again.status, again.headers.get('location')]).toEqual([200, null]);
    expect(await again.json()).toEqual({ data });
    await server.send('DELETE', `/v2/datasets/${data.id}`);
  });

  it.each([
    ['no name', ''],
    ['an empty name', '?name='],
  ])('makes an unnamed dataset each time with %s', async (_what, search) => {
    const made = [
      await server.send('POST', `/v2/datasets${search}`),
      await server.send('POST', `/v2/datasets${search}`),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    const bodies = (await Promise.all(made.map((one) => one.json()))) as { data: { id: string; name: null } }[];
    expect(bodies.map(({ data }) => data.name)).toEqual([null, null]);
    expect(new Set(bodies.map(({ data }) => data.id)).size).toBe(2);
  });

  it.each(['-a', 'a-', 'a b', 'ä', 'a_b', 'x'.repeat(64), '~a', 'a/b', '%00', 'a&name=b'])(
    'refuses the name %j',
    async (name) => {
      const search = `?name=${name.includes('&') || name.includes('%') ? name : encodeURIComponent(name)}`;
      const message = await expectError(await server.send('POST', `/v2/datasets${search}`), {
        status: 400,
        type: 'invalid-parameter',
      });
      expect(message).toContain('"name"');
      expect(message).toContain('1 to 63 letters');
    },
  );

  it('takes the longest name', async () => {
    const name = 'x'.repeat(63);
    expect((await server.send('POST', `/v2/datasets?name=${name}`)).status).toBe(201);
    await server.send('DELETE', `/v2/datasets/~${name}`);
  });

  it('refuses a body that is no JSON, and makes nothing', async () => {
    const response = await server.app.request('/v2/datasets?name=never', { method: 'POST', body: '{' });
    await expectError(response, { status: 400, type: 'invalid-request' });
    expect((await server.app.request('/v2/datasets/~never')).status).toBe(404);
  });

  it('never repeats the token in an address', async () => {
    const { token } = await server.source.users.add('maker');
    const response = await server.send('POST', `/v2/datasets?token=${token}`);
    expect(response.status).toBe(201);
    expect(JSON.stringify([...response.headers])).not.toContain(token);
    expect(await response.text()).not.toContain(token);
  });
});

describe('other methods and paths', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'QUERY', 'FOO'])('%s is 405 with what there is', async (method) => {
    const response = await server.app.request('/v2/datasets', { method });
    const message = await expectError(response, { status: 405, type: 'method-not-allowed' });
    expect(message).toContain(method);
    expect(response.headers.get('allow')).toBe('OPTIONS, GET, HEAD, POST');
  });

  it.each([
    '/v2',
    '/v2/',
    '/v2/datasets/',
    '/v2/nothing',
    '/v2/datasets/a/b',
    '/v2//datasets',
    '/v2/Datasets',
    '/v2/users',
  ])('%s is 404', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
      await expectError(await server.app.request(path, { method }), { status: 404, type: 'page-not-found' });
    }
    expect((await server.app.request(path, { method: 'HEAD' })).status).toBe(404);
  });
});

describe('a server with a public URL', () => {
  it('is called by it in every link', async () => {
    const reached = await openTestServer({ publicUrl: new URL('https://setlist.example:8443/') });
    const response = await reached.send('POST', '/v2/datasets?name=x');
    const { data } = (await response.json()) as { data: { id: string; consoleUrl: string } };
    expect(response.headers.get('location')).toBe(`https://setlist.example:8443/v2/datasets/${data.id}`);
    expect(data.consoleUrl).toBe(`https://setlist.example:8443/datasets?q=id%3A${data.id}`);
    const unnamed = await (await reached.send('POST', '/v2/datasets')).json();
    const { id, consoleUrl } = (unnamed as { data: { id: string; consoleUrl: string } }).data;
    expect(consoleUrl).toBe(`https://setlist.example:8443/datasets?unnamed=1&q=id%3A${id}`);
    await reached.close();
  });

  it('is without one called as the request called it', async () => {
    const { data } = (await (
      await server.app.request('/v2/datasets/~a', { headers: { host: '127.0.0.1:4780' } })
    ).json()) as { data: { id: string; consoleUrl: string } };
    expect(data.consoleUrl).toBe(`http://127.0.0.1:4780/datasets?q=id%3A${data.id}`);
  });
});
