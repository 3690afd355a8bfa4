import { expect, type Page } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { Hold, holdCollection } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

test('says how long ago the rows were read, and Refresh reads them anew', async ({ list, page, server }) => {
  await list.open();
  await expect(page.getByText(/^updated (now|just now|\d s ago)/i)).toBeVisible();
  await page.clock.runFor(12_000);
  await expect(page.getByText(/^updated 1[234] s(ec)? ago/i)).toBeVisible();
  const asked = server.listRequests.length;
  await list.refresh.click();
  await expect(page.getByText(/^updated (now|just now|\d s ago)/i)).toBeVisible();
  expect(server.listRequests.slice(asked)).toContain('/v2/datasets?desc=1&limit=50');
});

test('the key r refreshes', async ({ list, page, server }) => {
  await list.open();
  const asked = server.listRequests.length;
  await page.keyboard.press('r');
  await expect.poll(() => server.listRequests.slice(asked)).toContain('/v2/datasets?desc=1&limit=50');
});

test('new datasets are offered, and the rows move only when the reader takes the offer', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  for (const name of ['new-a', 'new-b', 'new-c']) await create(server.url, name);
  await page.clock.runFor(16_000);
  const offer = page.getByRole('button', { name: '3 new datasets' });
  await expect(offer).toBeVisible();
  await list.expectFirst('set-1200');
  await list.expectStatus(/of 1,200 datasets/);
  await create(server.url, 'new-d');
  await page.clock.runFor(16_000);
  await expect(page.getByRole('button', { name: '4 new datasets' })).toBeVisible();
  await list.expectFirst('set-1200');
  await page.getByRole('button', { name: '4 new datasets' }).click();
  await list.expectFirst('new-d');
  await list.expectStatus(/of 1,204 datasets/);
  await expect(page.getByRole('button', { name: /new dataset/ })).toHaveCount(0);
});

test('one new dataset is one', async ({ list, page, server }) => {
  await list.open();
  await create(server.url, 'new-a');
  await page.clock.runFor(16_000);
  await expect(page.getByRole('button', { name: '1 new dataset', exact: true })).toBeVisible();
});

test('datasets that are gone are told of as well', async ({ list, page, server }) => {
  await list.open();
  expect((await fetch(`${server.url}/v2/datasets/~set-0001`, { method: 'DELETE' })).status).toBe(204);
  await page.clock.runFor(16_000);
  await expect(page.getByRole('button', { name: /1 .*(fewer|removed|gone|deleted)/i })).toBeVisible();
  await list.expectStatus(/of 1,200 datasets/);
});

test('the request every 15 s is one and cheap', async ({ list, page, server }) => {
  await list.open();
  await untilAtRest({ list, page, server });
  const asked = server.listRequests.length;
  await page.clock.runFor(15_500);
  await expect.poll(() => server.listRequests.slice(asked)).toHaveLength(1);
  expect(server.listRequests.at(-1)).toMatch(/[?&]limit=1(&|$)/);
  await page.clock.runFor(15_000);
  await expect.poll(() => server.listRequests.slice(asked)).toHaveLength(2);
});

test('a tab that is not visible asks for nothing, and asks when it comes back', async ({ list, page, server }) => {
  await list.open();
  await untilAtRest({ list, page, server });
  await setVisibility('hidden');
  const asked = server.requests.length;
  await page.clock.runFor(120_000);
  expect(server.requests.slice(asked)).toEqual([]);
  await setVisibility('visible');
  await page.clock.runFor(16_000);
  await expect.poll(() => server.listRequests.at(-1)).toMatch(/[?&]limit=1(&|$)/);

  // A headless browser never hides a page: this is what it would tell the page.
  async function setVisibility(state: 'hidden' | 'visible') {
    await page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  }
});

test('an answer that takes longer than 10 s is told of, and can be given up', async ({ list, page, server }) => {
  holdCollection(server);
  await list.open();
  const hold = new Hold();
  server.fail(hold.fault);
  await list.lastPage.click();
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText(/longer than|still waiting|taking/i)).toHaveCount(0);
  await page.clock.runFor(10_500);
  await expect(page.getByText(/longer than|still waiting|taking/i).first()).toBeVisible();
  hold.release();
  await list.expectFirst('set-0050');
  await expect(page.getByText(/longer than|still waiting|taking/i)).toHaveCount(0);
});

test('so is a first load that takes longer than 10 s', async ({ list, page, server }) => {
  const hold = new Hold();
  server.fail(hold.fault);
  await page.goto('/datasets?desc=1&limit=50');
  await expect(list.heading).toBeVisible();
  await page.clock.runFor(10_500);
  await expect(page.getByText(/longer than|still waiting|taking/i).first()).toBeVisible();
  hold.release();
  await list.expectFirst('set-1200');
});

/** The next page is fetched ahead and the whole list is loaded: from here on there is only what the page asks by the clock. */
async function untilAtRest(at: { list: DatasetsPage; page: Page; server: FaultyServer }): Promise<void> {
  await expect.poll(() => at.server.listRequests).toContain('/v2/datasets?desc=1&limit=51&offset=49');
  await at.page.clock.runFor(2_500);
  await expect(at.list.status).toContainText('all 1,200');
}

async function create(url: string, name: string): Promise<void> {
  const response = await fetch(`${url}/v2/datasets?name=${name}`, { method: 'POST' });
  expect(response.status).toBe(201);
}
