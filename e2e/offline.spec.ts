import { expect } from '@playwright/test';
import { cappedAt, Hold, holdCollection } from './faults.ts';
import { test } from './test.ts';

test('rows that are on screen stay when the server goes away, with their age', async ({ list, page, server }) => {
  await page.clock.install();
  await list.open();
  await page.clock.runFor(5 * 60_000);
  await server.stop();
  await list.refresh.click();
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toBeVisible();
  await list.expectFirst('set-1200');
  await expect(page.getByText(/5 min/).first()).toBeVisible();

  await server.start();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toHaveCount(0);
  await list.expectFirst('set-1200');
});

test('rows of the last visit are shown when the API is out of reach at the first load', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  await list.expectStatus(/of 1,200 datasets/);
  // What keeps the rows comes after them, once the browser rests.
  await expect
    .poll(() =>
      page.evaluate(() => [localStorage, sessionStorage].some((kept) => kept.getItem('setlist.pages') !== null)),
    )
    .toBe(true);
  server.fail(({ response }) => {
    response.destroy();
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toBeVisible();
  await list.expectFirst('set-1200');
  await expect(page.getByText(/last (visit|time)|from .* ago|min ago|as of/i).first()).toBeVisible();
  server.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toHaveCount(0);
});

test('a device without a network is told so, and goes on when it is back', async ({ list, page, context }) => {
  await list.open();
  await context.setOffline(true);
  await list.refresh.click();
  await expect(page.getByText(/offline/i).first()).toBeVisible();
  await list.expectFirst('set-1200');
  await context.setOffline(false);
  const retry = page.getByRole('button', { name: 'Retry' });
  await expect(async () => {
    if (await retry.isVisible()) await retry.click();
    await expect(page.getByText(/you are offline/i)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

test('a load pauses without a network, says so, and goes on when it is back', async ({
  list,
  page,
  server,
  context,
}) => {
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=100');
  const hold = new Hold();
  server.fail(hold.fault, { matches: ({ searchParams }) => Number(searchParams.get('offset')) > 400 });
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect.poll(() => hold.count).toBeGreaterThan(0);
  await context.setOffline(true);
  hold.release();
  await expect(page.getByText('paused: no network')).toBeVisible();
  await expect(list.status).toContainText(/of 1,200 loaded/);
  await context.setOffline(false);
  await expect(list.status).toContainText('all 1,200');
});

test('what is loaded is searched when the server is gone, and the rest of the page comes when it is back', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  await expect(list.status).toContainText('all 1,200');
  // What keeps the rows comes after them.
  await page.waitForLoadState('networkidle');
  await server.stop();
  const search = page.getByRole('searchbox', { name: 'Search datasets' });
  await search.fill('set-00');
  await list.expectStatus('50 of 99 datasets found');
  await list.expectFirst('set-0099');

  await server.start();
  await expect(async () => {
    await search.blur();
    await search.fill('');
    await search.pressSequentially('own');
    await expect(page.getByRole('option', { name: /owner:/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

for (const name of ['Export', 'Filters', 'Columns'] as const) {
  test(`${name}, opened for the first time when the server is gone, says so, and opens when it is back`, async ({
    list,
    page,
    server,
  }) => {
    await list.open();
    await page.waitForLoadState('networkidle');
    await server.stop();
    const button = page.getByRole('button', { name, exact: true });
    const opened = name === 'Filters' ? page.getByRole('group', { name }) : page.getByRole('dialog', { name });
    await button.click();
    await expect(page.locator('.said')).toHaveText('That cannot be loaded: the server does not answer.');
    await expect(opened).toHaveCount(0);
    await expect(button).toBeFocused();
    await server.start();
    await button.click();
    await expect(opened).toBeVisible();
  });
}

test('a page never seen before says that the server cannot be reached', async ({ list, page, server }) => {
  holdCollection(server);
  await list.open();
  await server.stop();
  await list.lastPage.click();
  await expect(page.getByRole('heading', { name: /cannot be reached/i })).toBeVisible();
  await server.start();
  await page.getByRole('button', { name: 'Retry' }).click();
  await list.expectFirst('set-0050');
});
