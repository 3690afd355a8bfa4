import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idsOf } from '../../../engine/columns/collection.ts';
import { openTestServer, type TestServer } from '../../../server/testing/open-test-server.ts';
import { kindOfStatus, RequestFailure } from '../../api/request-failure.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { FetchPage } from '../fetch/page-fetcher.ts';
import { loadCollection } from './load-run.ts';

/** The load against the real server, over requests and responses, while datasets come and go through its own API. */
let test: TestServer;

beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const path = '/v2/datasets';

async function listPage(search: string): Promise<unknown> {
  const response = await test.app.request(`${path}?${search}`);
  const body: unknown = await response.json();
  if (response.ok) return (body as { data: unknown }).data;
  throw new RequestFailure({ kind: kindOfStatus(response.status), status: response.status, type: '', message: '' });
}

async function idsListed(): Promise<string[]> {
  const page = (await listPage('limit=1000')) as { items: { id: string }[] };
  return page.items.map(({ id }) => id);
}

async function create(name?: string): Promise<string> {
  const response = await test.send('POST', name === undefined ? path : `${path}?name=${name}`);
  return ((await response.json()) as { data: { id: string } }).data.id;
}

let named = 0;

/** Something that happens to a dataset, by its place in the order of creation. */
async function change(ids: string[], { kind, pick }: { kind: string; pick: number }): Promise<void> {
  const id = ids[pick % Math.max(1, ids.length)];
  if (kind === 'create' || id === undefined) ids.push(await create(`made-${named++}`));
  else if (kind === 'delete') {
    await test.send('DELETE', `${path}/${id}`);
    ids.splice(ids.indexOf(id), 1);
  } else await test.send('PUT', `${path}/${id}`, { name: kind === 'unname' ? null : `named-${named++}` });
}

describe('a collection of the real server', () => {
  it('is what the list held at some moment at the end of the load', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push(await create(n % 3 === 0 ? undefined : `first-${n}`));
    const anyChange = fc.record({ kind: fc.constantFrom('create', 'delete', 'name', 'unname'), pick: fc.nat(1000) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(anyChange), { maxLength: 10 }), async (changes) => {
        const left = [...changes];
        const history: string[][] = [];
        const fetchPage: FetchPage = async ({ offset, limit }) => {
          const next = left.shift();
          if (next) await change(ids, next);
          history.push(await idsListed());
          return listPage(`offset=${offset}&limit=${Math.min(limit, 9)}`);
        };
        // One after the other: what happens is told apart by the requests.
        const loaded = await loadCollection({ table: datasetFields, fetchPage, concurrency: 1 });
        expect(loaded).toMatchObject({ settled: true, complete: true, problems: [] });
        expect(history.slice(-20)).toContainEqual([...idsOf(loaded)]);
      }),
      { numRuns: 10 },
    );
    expect(test.log).toEqual([]);
  });
});
