import { expect, type Page } from '@playwright/test';
import { datasetRow } from '../src/app/collection/testing/dataset-row.ts';
import { DatasetsPage } from './datasets-page.ts';
import { expectAccessible } from './expect-accessible.ts';
import { cappedAt, Hold } from './faults.ts';
import type { Fault } from './faulty-server.ts';
import { test } from './test.ts';

const asked = '/datasets?desc=1&limit=50&sort=-itemCount,name';
const asOf = /all 1,200, as of \d{1,2}:\d{2}/;

/** A server that has a list of so many rows by now, a second apart. */
function listOf(large: { rows: number }): Fault {
  return ({ request, response }) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit') || 1000)];
    const desc = searchParams.get('desc') === '1';
    const items = [];
    for (let row = offset; row < Math.min(offset + limit, large.rows); row += 1) {
      items.push(datasetRow(desc ? large.rows - 1 - row : row));
    }
    const data = { total: large.rows, offset, limit, count: items.length, desc, items };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data }));
  };
}

/** The databases of the page's origin. */
function databases(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
}

/** Waits until a list is kept: only then there is anything. */
async function expectKept(page: Page): Promise<void> {
  await expect.poll(() => databases(page)).toEqual(['setlist']);
  await expect.poll(() => keptLists(page)).toBeGreaterThan(0);
}

function keptLists(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('setlist');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const count = database.transaction('lists').objectStore('lists').count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
  );
}

test('rows that were asked for are there on return before the server has answered, with their age', async ({
  list,
  page,
  server,
  source,
}) => {
  await list.open(asked);
  await expect(list.status).toContainText(/all 1,200$/);
  await expectKept(page);
  await source.importDatasets({
    datasets: [{ id: 'BrandNew000000001', name: 'brand-new', owner: 'local', items: [], createdAtMs: Date.now() }],
  });

  const hold = new Hold();
  server.fail(hold.fault);
  await page.reload();
  await list.expectFirst('set-0001');
  await expect(list.status).toContainText(asOf);
  await list.expectStatus('of 1,200 datasets, by items, most first');

  hold.release();
  server.heal();
  await expect(list.status).toContainText(/all 1,201$/);
});

test('rows in sight are read again also where the list is one scroll, wherever that is', async ({
  list,
  page,
  server,
  source,
}) => {
  await page.addInitScript(() => localStorage.setItem('setlist.reading', 'scroll'));
  // More than twenty pages.
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=50');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(list.status).toContainText(/all 1,200$/);
  await expectKept(page);
  const items = new Array(7).fill({ json: '{}', clean: true });
  for (const number of ['1195', '0603']) {
    await source.pushItems(await source.localUser(), `Named00000000${number}`, items);
  }

  await page.reload();
  await expect(list.status).toContainText(asOf);
  const eight = (name: string) => list.row(name).getByRole('cell', { name: '8', exact: true });
  await expect(page.getByText(/rows in sight as of/)).toBeVisible();
  await expect(eight('set-1195')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Row' }).fill('590');
  await page.keyboard.press('Enter');
  await expect(list.row('set-0603')).toBeInViewport();
  await expect(eight('set-0603')).toHaveCount(2);
  await expect(page.getByText(/rows in sight as of/)).toBeVisible();
});

test('a large list costs few requests on return, says its age, and is read again when the reader wants it', async ({
  list,
  page,
  server,
}) => {
  const large = { rows: 21_000 };
  server.fail(listOf(large));
  await list.open('/datasets?desc=1&limit=100');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(list.status).toContainText(/all 21,000$/);
  await expectKept(page);

  large.rows += 10;
  const before = server.listRequests.length;
  await page.reload();
  await expect(list.status).toContainText(/all 21,010, as of \d{1,2}:\d{2}/);
  // Those of the worker: without a limit.
  const asked = server.listRequests.slice(before).filter((path) => !path.includes('limit='));
  expect(asked.length).toBeLessThanOrEqual(3);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Read all again' }).click();
  await expect(list.status).toContainText(/all 21,010$/);
  await expect(page.getByRole('button', { name: 'Read all again' })).toHaveCount(0);
});

test('rows in sight of a large list are read again on return, and say of when they are', async ({
  list,
  page,
  server,
  source,
}) => {
  // More than twenty pages.
  server.fail(cappedAt(50));
  await list.open(`${asked}&q=set-06`);
  await expect(list.status).toContainText(/all 1,200$/);
  await expectKept(page);
  await list.expectFirst('set-0601');
  const items = new Array(7).fill({ json: '{}', clean: true });
  await source.pushItems(await source.localUser(), 'Named000000000603', items);

  const before = server.listRequests.length;
  await page.reload();
  await expect(page.getByText(/rows in sight as of .*, in the order of/)).toBeVisible();
  await expect(list.status).toContainText(asOf);
  // It has grown, and has not moved.
  await list.expectFirst('set-0601');
  await expect(page.getByRole('row', { name: /set-0603/ }).getByRole('cell', { name: '8', exact: true })).toHaveCount(
    2,
  );
  // Those of the worker, which are all in ascending order: two or three to bring the list up to date, one or a few for the rows.
  const workers = server.listRequests.slice(before).filter((path) => !path.includes('desc=1'));
  expect(workers.length).toBeLessThanOrEqual(9);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Items', exact: true }).click();
  await list.expectFirst('set-0603');
  await expect(page.getByText(/rows in sight .*in the order of/)).toHaveCount(0);
});

test('rows of a list that has grown by many are a part of it, until those have come', async ({ list, server }) => {
  const growing = { rows: 50 };
  server.fail(listOf(growing));
  await list.open('/datasets?limit=20&sort=name');
  await expect(list.status).toContainText(/all 50$/);
  growing.rows = 30_000;
  const hold = new Hold();
  server.fail((exchange) => hold.fault({ ...exchange, pass: async () => listOf(growing)(exchange) }), {
    matches: ({ searchParams }) => Number(searchParams.get('offset')) > 3_000,
  });
  await list.refresh.click();
  await expect(list.status).toContainText(/[\d,]+ of 30,000 loaded$/);
  await list.expectStatus('of 50 datasets loaded so far, by name');
  hold.release();
  await expect(list.status).toContainText(/all 30,000$/);
  await list.expectStatus('of 30,000 datasets, by name');
});

for (const how of ['has lost its rows', 'is of a later version', 'has no stores'] as const) {
  test(`a database that ${how} is no error, and is made anew`, async ({ list, page }) => {
    await list.open(asked);
    await expectKept(page);
    await page.goto('about:blank');
    await page.goto('/v2/datasets?limit=1');
    await page.evaluate(spoil, how);
    await list.open(asked);
    await expect(list.status).toContainText(/all 1,200$/);
    await list.expectStatus('by items, most first');
    await expectKept(page);
  });
}

/** Makes the database something that Setlist has not made. */
async function spoil(how: string): Promise<void> {
  const done = (request: IDBRequest): Promise<void> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  if (how === 'has no stores') await done(indexedDB.deleteDatabase('setlist'));
  const opening = indexedDB.open('setlist', how === 'is of a later version' ? 9 : 1);
  await done(opening);
  if (how === 'has lost its rows') {
    await done(opening.result.transaction('chunks', 'readwrite').objectStore('chunks').clear());
  }
  opening.result.close();
}

test('two tabs share one load', async ({ list, page, context, server }) => {
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=100');
  await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
  const other = new DatasetsPage(await context.newPage());
  await other.open('/datasets?desc=1&limit=100');
  await expect(other.page.getByRole('button', { name: 'Load all' })).toBeVisible();

  const hold = new Hold();
  // Of the load alone, which asks without a limit: what else is on its way would keep the connections from it.
  const isLate = ({ searchParams }: URL) => !searchParams.has('limit') && Number(searchParams.get('offset')) > 400;
  server.fail(hold.fault, { matches: isLate });
  const before = server.listRequests.length;
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(list.status).toContainText(/\d{2,} of 1,200 loaded/);
  await other.page.getByRole('button', { name: 'Load all' }).click();
  await expect(other.page.getByRole('button', { name: 'Stop' })).toBeVisible();
  hold.release();
  await expect(list.status).toContainText(/all 1,200$/);
  await expect(other.status).toContainText(/all 1,200$/);
  // Those of the workers: without a limit. 24 pages, most of them twice, as a list of this size is read until two readings agree.
  const asked = server.listRequests.slice(before).filter((path) => !path.includes('limit='));
  expect(asked.length).toBeLessThanOrEqual(44);
});

test('a tab that is closed leaves its load to another one', async ({ list, page, context, server }) => {
  await list.open(asked);
  await expect(list.status).toContainText(/all 1,200$/);
  await expectKept(page);
  const hold = new Hold();
  server.fail(hold.fault, {
    matches: ({ pathname, searchParams }) => pathname === '/v2/datasets' && !searchParams.has('limit'),
  });
  await list.refresh.click();
  await expect.poll(() => hold.count).toBeGreaterThan(0);
  const other = new DatasetsPage(await context.newPage());
  await other.open(asked);
  await expect(other.status).toContainText(asOf);
  const held = hold.count;
  server.heal();
  await page.close();
  await expect(other.status).toContainText(/all 1,200$/);
  expect(hold.count).toBe(held);
  hold.release();
});

test.describe('signed in', () => {
  test.use({ requireToken: true });

  async function signIn(page: Page, token: string, options: { readonly onDevice: boolean }): Promise<void> {
    await page.goto(asked);
    if (options.onDevice) await page.getByRole('checkbox', { name: /on this device/i }).check();
    await page.getByRole('textbox', { name: 'API token' }).fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  test('on this device, the list is kept until the sign-out', async ({ list, page, token }) => {
    await signIn(page, token, { onDevice: true });
    await expect(list.status).toContainText(/all 1,200$/);
    await expectKept(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
    await expect.poll(() => databases(page)).toEqual([]);
  });

  test('for this tab only, nothing is kept that outlasts it', async ({ list, page, token }) => {
    await signIn(page, token, { onDevice: false });
    await expect(list.status).toContainText(/all 1,200$/);
    await list.refresh.click();
    await expect(list.status).toContainText(/all 1,200$/);
    expect(await databases(page)).toEqual([]);
  });
});
