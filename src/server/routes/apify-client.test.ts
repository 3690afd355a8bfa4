import { ApifyApiError, ApifyClient, DownloadItemsFormat } from 'apify-client';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetPageSchema } from '../../contract/dataset-page.ts';
import { type LocalServer, listenLocally } from '../testing/listen-locally.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';
import { createApp } from './create-app.ts';

/** The official client of the public API against the server on a real port: it must find nothing that it does not expect. */
let test: TestServer;
let port: LocalServer;
let client: ApifyClient;

/** Retries would hide a 5xx, which the client takes for a passing trouble. */
function clientOf(token?: string): ApifyClient {
  return new ApifyClient({ baseUrl: port.url, maxRetries: 0, ...(token === undefined ? {} : { token }) });
}

beforeAll(async () => {
  test = await openTestServer();
  port = await listenLocally(test.app.fetch);
  client = clientOf();
});
afterAll(async () => {
  await port.close();
  await test.close();
});

describe('apify-client', () => {
  it('asks who it is', async () => {
    const { token } = await test.source.users.add('anna');
    expect(await client.user('me').get()).toMatchObject({ username: 'local' });
    expect(await clientOf(token).user('me').get()).toMatchObject({ username: 'anna' });
    expect(await client.user('anna').get()).toMatchObject({ username: 'anna' });
    expect(await client.user('nobody').get()).toBeUndefined();
    await expect(clientOf('wrong').user('me').get()).rejects.toMatchObject({
      statusCode: 401,
      type: 'user-or-token-not-found',
    });
  });

  it('creates, finds again, pushes, reads, renames and deletes', async () => {
    const made = await client.datasets().getOrCreate('Round-Trip');
    expect(await client.datasets().getOrCreate('round-trip')).toMatchObject({ id: made.id, name: 'Round-Trip' });
    const dataset = client.dataset(made.id);

    // Beyond 1,024 bytes the client compresses.
    const items = Array.from({ length: 300 }, (_, n) => ({ n, text: `Stück ${n} – 東京`, '#debug': { n } }));
    await dataset.pushItems(items);
    await dataset.pushItems({ n: 300 });
    await dataset.pushItems(JSON.stringify([{ n: 301 }]));
    expect(await dataset.get()).toMatchObject({ itemCount: 302, cleanItemCount: 302, name: 'Round-Trip' });

    const page = await client.dataset('~round-trip').listItems({ offset: 299, limit: 2 });
    expect(page).toMatchObject({ total: 302, offset: 299, limit: 2, count: 2, desc: false });
    expect(page.items).toEqual([items[299], { n: 300 }]);
    const newest = await client
      .dataset('local/round-trip')
      .listItems({ desc: true, limit: 1, clean: false, fields: [] });
    expect(newest).toMatchObject({ count: 1, desc: true, items: [{ n: 301 }] });
    expect((await dataset.listItems()).items).toHaveLength(302);
    const lines = (await dataset.downloadItems(DownloadItemsFormat.JSONL, { limit: 2 }))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(items.slice(0, 2));
    const iterated: unknown[] = [];
    for await (const item of dataset.listItems({ chunkSize: 100 })) iterated.push(item);
    expect(iterated).toHaveLength(302);

    expect(await dataset.update({ name: 'renamed', title: 'A title' })).toMatchObject({ id: made.id, name: 'renamed' });
    expect(await client.dataset('~round-trip').get()).toBeUndefined();
    await client.datasets().getOrCreate('taken');
    await expect(dataset.update({ name: 'TAKEN' })).rejects.toMatchObject({ statusCode: 400, type: 'name-not-unique' });
    await dataset.delete();
    expect(await dataset.get()).toBeUndefined();
    await client.dataset('~taken').delete();
  });

  it('says what is wrong with what is not there yet', async () => {
    const { id } = await client.datasets().getOrCreate();
    await client.dataset(id).pushItems({ a: 1 });
    await expect(client.dataset(id).listItems({ clean: true })).rejects.toBeInstanceOf(ApifyApiError);
    await expect(client.dataset(id).downloadItems(DownloadItemsFormat.CSV)).rejects.toMatchObject({ statusCode: 400 });
    await client.dataset(id).delete();
  });

  it('needs its token where one is required', async () => {
    const { token } = await test.source.users.add('strict');
    const strict = await listenLocally(createApp(test.source, { requireToken: true }).fetch);
    const withToken = new ApifyClient({ baseUrl: strict.url, maxRetries: 0, token });
    expect((await withToken.datasets().list()).total).toBe(0);
    await expect(new ApifyClient({ baseUrl: strict.url, maxRetries: 0 }).datasets().list()).rejects.toMatchObject({
      statusCode: 401,
      type: 'token-not-provided',
      message: 'Authentication token was not provided',
    });
    await strict.close();
  });
});

describe('apify-client over 2,500 datasets', () => {
  const atStart = Array.from({ length: 2500 }, (_, n) => `d-${String(n).padStart(4, '0')}`);
  let many: ApifyClient;

  beforeAll(async () => {
    const { token } = await test.source.users.add('collector');
    many = clientOf(token);
    const datasets = atStart.map((name, n) => ({
      id: String(n).padStart(17, '0'),
      name,
      owner: 'collector',
      createdAtMs: Date.now(),
    }));
    await test.source.importDatasets({ datasets });
  });

  it('lists with every parameter', async () => {
    const first = await many.datasets().list();
    expect(first).toMatchObject({ total: 2500, offset: 0, limit: 1000, desc: false, count: 1000 });
    expect(first.items.map(({ name }) => name)).toEqual(atStart.slice(0, 1000));
    v.parse(datasetPageSchema, JSON.parse(JSON.stringify({ data: first })));
    const last = await many.datasets().list({ desc: true, offset: 2490, limit: 100 });
    expect(last).toMatchObject({ total: 2500, offset: 2490, limit: 100, desc: true, count: 10 });
    expect(last.items.map(({ name }) => name)).toEqual(atStart.slice(0, 10).reverse());
    expect(await many.datasets().list({ ownership: 'sharedWithMe' })).toMatchObject({ total: 0, items: [] });
    expect(await many.datasets().list({ ownership: 'ownedByMe', limit: 1 })).toMatchObject({ total: 2500, count: 1 });
    expect(await many.datasets().list({ unnamed: true })).toMatchObject({ total: 0, count: 0 });
    expect(await many.datasets().list({ offset: 99_999 })).toMatchObject({ total: 2500, items: [] });
  });

  /** Creates one dataset after the other until it is stopped. */
  function createMeanwhile(prefix: string) {
    let isStopped = false;
    let created = 0;
    let onCreated: () => void = () => undefined;
    const ended = (async () => {
      while (!isStopped) {
        await many.datasets().getOrCreate(`${prefix}-${String(created).padStart(4, '0')}`);
        created += 1;
        onCreated();
      }
    })();
    return {
      /** Resolves when one more is created. */
      next: () =>
        new Promise<void>((resolve) => {
          onCreated = resolve;
        }),
      stop: async () => {
        isStopped = true;
        await ended;
        return created;
      },
    };
  }

  function expectAllOnceInOrder(seen: readonly string[]) {
    expect(seen.slice(0, 2500)).toEqual(atStart);
    expect(new Set(seen).size).toBe(seen.length);
  }

  it('iterates over all of them, each once and in order, while others are created', async () => {
    const creating = createMeanwhile('iterated');
    const seen: string[] = [];
    for await (const { name } of many.datasets().list()) {
      seen.push(name ?? '');
      if (seen.length % 100 === 0) await creating.next();
    }
    expect(await creating.stop()).toBeGreaterThan(20);
    expectAllOnceInOrder(seen);
  });

  it('pages through all of them, each once and in order, while others are created', async () => {
    const creating = createMeanwhile('paged');
    const seen: string[] = [];
    for (let isEnd = false; !isEnd; ) {
      const { items, total } = await many.datasets().list({ offset: seen.length, limit: 97 });
      seen.push(...items.map(({ name }) => name ?? ''));
      isEnd = items.length === 0 || seen.length >= total;
    }
    expect(await creating.stop()).toBeGreaterThan(5);
    expectAllOnceInOrder(seen);
  });
});
