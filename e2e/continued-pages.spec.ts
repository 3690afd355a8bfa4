import { expect } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { holdCollection } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

async function create(url: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) expect(await statusOf('POST', `${url}/v2/datasets?name=${name}`)).toBe(201);
}

/** Of the local user, to whom every tenth does not belong. */
async function remove(url: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) expect(await statusOf('DELETE', `${url}/v2/datasets/~${name}`)).toBe(204);
}

async function statusOf(method: string, url: string): Promise<number> {
  return (await fetch(url, { method })).status;
}

/** The names of `set-` from one number to another. */
function sets(from: number, to: number): string[] {
  const step = from < to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => `set-${String(from + at * step).padStart(4, '0')}`);
}

async function expectRows(list: DatasetsPage, names: readonly string[]): Promise<void> {
  await list.expectFirst(names[0] ?? '');
  await expect(list.rows).toHaveText(names.map((name) => new RegExp(name)));
}

/** Waits until the page was fetched ahead that comes next. */
async function untilAhead(server: FaultyServer, offset: number): Promise<void> {
  await expect
    .poll(() => server.listRequests.some((path) => path.endsWith(`limit=21&offset=${offset - 1}`)))
    .toBe(true);
}

const newest = '/datasets?desc=1&limit=20';

for (const source of ['the API', 'the collection'] as const) {
  test.describe(`with pages from ${source}`, () => {
    test.beforeEach(async ({ list, server }) => {
      if (source === 'the API') holdCollection(server);
      await list.open(newest);
      if (source === 'the collection') await expect(list.status).toContainText('all 1,200');
      await untilAhead(server, 20);
    });

    test('newest first, pages go on while others create datasets, and the offer says how many there are', async ({
      list,
      page,
      server,
    }) => {
      await create(server.url, 'new-a', 'new-b', 'new-c');
      await list.nextPage.click();
      await expectRows(list, sets(1180, 1161));
      await list.nextPage.click();
      await expectRows(list, sets(1160, 1141));
      // Where these rows are in the list as it is now.
      await list.expectStatus('44–63 of 1,203 datasets');
      await expect.poll(() => list.address()).toBe('/datasets?desc=1&limit=20&offset=43');
      const api = await fetch(`${server.url}/v2${list.address()}`);
      expect((await api.json()).data.items[0].name).toBe('set-1160');
      await expect(page.getByRole('button', { name: '3 new datasets' })).toBeVisible();

      await list.previousPage.click();
      await expectRows(list, sets(1180, 1161));
      await list.previousPage.click();
      await expectRows(list, sets(1200, 1181));
      await list.nextPage.click();
      await list.nextPage.click();
      await expectRows(list, sets(1160, 1141));
      await page.getByRole('button', { name: '3 new datasets' }).click();
      await list.expectFirst('new-c');
      await list.expectStatus('1–20 of 1,203 datasets');
      await expect(page.getByRole('button', { name: /new datasets/ })).toHaveCount(0);
    });

    test('nothing is skipped while others delete datasets, also those at the edge of the page', async ({
      list,
      server,
    }) => {
      await list.nextPage.click();
      await expectRows(list, sets(1180, 1161));
      await untilAhead(server, 40);
      await list.nextPage.click();
      await expectRows(list, sets(1160, 1141));
      await untilAhead(server, 60);
      await remove(server.url, 'set-1189', 'set-1188', 'set-1121', 'set-1119', 'set-1118');
      await list.nextPage.click();
      await expectRows(list, sets(1140, 1121));
      await list.nextPage.click();
      await expectRows(list, ['set-1120', ...sets(1117, 1099)]);
      await list.expectStatus('78–97 of 1,195 datasets');
    });
  });
}

test('oldest first as well, where as many came as went, and after a reload in the middle', async ({
  list,
  page,
  server,
}) => {
  holdCollection(server);
  await list.open('/datasets?limit=20&offset=1100');
  await expectRows(list, sets(1101, 1120));
  await untilAhead(server, 1120);
  await remove(server.url, 'set-0001', 'set-0501', 'set-1119', 'set-1141');
  await create(server.url, 'new-a', 'new-b', 'new-c', 'new-d');
  await list.nextPage.click();
  await expectRows(list, sets(1121, 1140));
  await list.nextPage.click();
  await expectRows(list, sets(1142, 1161));
  await list.expectStatus('1,138–1,157 of 1,200 datasets');
  await expect.poll(() => list.address()).toBe('/datasets?limit=20&offset=1137');

  await page.reload();
  await expectRows(list, sets(1142, 1161));
  await untilAhead(server, 1157);
  await remove(server.url, 'set-0002', 'set-0003');
  await list.nextPage.click();
  await expectRows(list, sets(1162, 1181));
  await list.previousPage.click();
  await expectRows(list, sets(1142, 1161));
  await list.previousPage.click();
  await expectRows(list, sets(1121, 1140));
});

test('what is loaded is there while the server is away: all pages, in any order, with their age', async ({
  list,
  page,
  server,
}) => {
  await list.open(newest);
  await expect(list.status).toContainText('all 1,200');
  await untilAhead(server, 20);
  // What turns pages, and says that the server is gone, comes after the rows.
  await page.waitForLoadState('networkidle');
  await server.stop();
  await list.nextPage.click();
  await expectRows(list, sets(1180, 1161));
  await list.nextPage.click();
  await expectRows(list, sets(1160, 1141));
  await list.expectStatus('41–60 of 1,200 datasets');
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toBeVisible();
  await expect(page.getByText(/^These rows are from /)).toBeVisible();
  await expect(list.status).toContainText('all 1,200');
  await expect(list.table).not.toHaveAttribute('aria-busy', 'true');

  await list.lastPage.click();
  await expectRows(list, sets(20, 1));
  await list.previousPage.click();
  await expectRows(list, sets(40, 21));
  await list.pageField.fill('30');
  await list.pageField.press('Enter');
  await expectRows(list, sets(620, 601));
  await list.firstPage.click();
  await expectRows(list, sets(1200, 1181));
  await list.header('Name').getByRole('button', { name: 'Name', exact: true }).click();
  await expectRows(list, sets(1, 20));
  await list.newestFirst.click();
  await expectRows(list, sets(1200, 1181));
  await list.newestFirst.click();
  await expectRows(list, sets(1, 20));

  await server.start();
  await list.nextPage.click();
  await expectRows(list, sets(21, 40));
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toHaveCount(0);
});

test('a row that has changed since all were loaded is as it is now, and one that is gone does not stay', async ({
  list,
  server,
  source,
}) => {
  await list.open(newest);
  await expect(list.status).toContainText('all 1,200');
  await source.pushItems(await source.localUser(), 'Named000000000003', new Array(7).fill({ json: '{}', clean: true }));
  await remove(server.url, 'set-0002');
  await list.lastPage.click();
  await expect(list.row('set-0003').getByRole('cell', { name: '8', exact: true })).toHaveCount(2);
  await expect(list.row('set-0002')).toHaveCount(0);
});
