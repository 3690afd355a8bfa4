import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

describe('the app', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('answers the list from the database', async () => {
    const created = await server.send('POST', '/v2/datasets?name=first');
    expect(created.status).toBe(201);
    const { data } = (await server.getJson('/v2/datasets')) as { data: { total: number; items: { name: string }[] } };
    expect(data).toMatchObject({ total: 1, offset: 0, limit: 1000, desc: false, count: 1 });
    expect(data.items.map(({ name }) => name)).toEqual(['first']);
  });
});
