import { expect } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { apiError } from './faults.ts';
import { test } from './test.ts';

/** Scrolls the table to a row of the page, counted from 0, and in the same breath does what a key does. */
async function scrollTo(list: DatasetsPage, row: number, key?: string): Promise<void> {
  const rowHeight = (await list.rows.first().boundingBox())?.height ?? 0;
  await list.table.evaluate(
    (table, { top, key }) => {
      for (let at = table.parentElement; at; at = at.parentElement)
        if (at.scrollHeight > at.clientHeight) at.scrollTop = top;
      if (key !== undefined) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    { top: row * rowHeight, key },
  );
}

test('Back, reload and a pasted link bring back the scroll position', async ({ list, page, context }) => {
  await list.open('/datasets?desc=1&limit=250');
  await list.row('set-1195').scrollIntoViewIfNeeded();
  await scrollTo(list, 100);
  await expect(list.row('set-1100')).toBeInViewport();
  await expect.poll(() => list.address()).toBe('/datasets?desc=1&limit=250#row=100');

  await list.nextPage.click();
  await list.expectStatus(/Page 2 of 5/);
  await expect(list.row('set-0950')).toBeInViewport();
  await page.goBack();
  await expect(list.row('set-1100')).toBeInViewport();
  expect(list.address()).toBe('/datasets?desc=1&limit=250#row=100');

  await page.reload();
  await expect(list.row('set-1100')).toBeInViewport();

  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('row', { name: /set-1100/ })).toBeInViewport();
});

test('a reload comes back to where the rows were, also before the scrolling has come to rest', async ({
  list,
  page,
}) => {
  await list.open('/datasets?desc=1&limit=250');
  await scrollTo(list, 100);
  await page.reload();
  await expect(list.row('set-1100')).toBeInViewport();
  expect(list.address()).toBe('/datasets?desc=1&limit=250#row=100');
});

test('Back comes back to where the rows were, also when the page was turned while they scrolled', async ({
  list,
  page,
}) => {
  await list.open('/datasets?desc=1&limit=250');
  await scrollTo(list, 100, 'n');
  await list.expectStatus(/Page 2 of 5/);
  await expect(list.row('set-0950')).toBeInViewport();
  await page.goBack();
  await expect(list.row('set-1100')).toBeInViewport();
});

test('a page that failed at first comes where its address says', async ({ list, page, server }) => {
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await page.goto('/datasets?desc=1&limit=250#row=100');
  await expect(page.getByRole('heading', { name: /the server failed/i })).toBeVisible();
  server.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(list.row('set-1100')).toBeInViewport();
});
