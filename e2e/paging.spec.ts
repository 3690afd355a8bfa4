import { expect } from '@playwright/test';
import { Hold, holdCollection } from './faults.ts';
import { test } from './test.ts';

test('first, previous, next and last page', async ({ list }) => {
  await list.open();
  await expect(list.firstPage).toBeDisabled();
  await expect(list.previousPage).toBeDisabled();

  await list.nextPage.click();
  await list.expectFirst('set-1150');
  await list.expectStatus('Page 2 of 24, 50 of 1,200 datasets, newest first');
  expect(list.address()).toBe('/datasets?desc=1&limit=50&offset=50');
  await expect(list.page.getByText('51–100')).toBeVisible();

  await list.lastPage.click();
  await list.expectFirst('set-0050');
  await list.expectStatus('Page 24 of 24, 50 of 1,200 datasets, newest first');
  await expect(list.nextPage).toBeDisabled();
  await expect(list.lastPage).toBeDisabled();

  await list.previousPage.click();
  await list.expectFirst('set-0100');

  await list.firstPage.click();
  await list.expectFirst('set-1200');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
});

test.describe('to a reader whose locale has digits of its own', () => {
  test.use({ locale: 'ar-EG' });
  test('the page field reads them as it writes them', async ({ list, page }) => {
    await page.goto('/datasets?desc=1&limit=50');
    await expect(list.pageField).toHaveValue('١');
    await list.pageField.fill('٢٠');
    await list.pageField.press('Enter');
    await list.expectFirst('set-0250');
    await expect(list.pageField).toHaveValue('٢٠');
  });
});

test('the page field jumps, and does not leave the list', async ({ list }) => {
  await list.open();
  await expect(list.pageField).toHaveValue('1');
  await list.pageField.fill('7');
  await list.pageField.press('Enter');
  await list.expectStatus('Page 7 of 24, 50 of 1,200 datasets, newest first');
  await expect(list.pageField).toHaveValue('7');

  await list.pageField.fill('999');
  await list.pageField.press('Enter');
  await list.expectStatus(/Page 24 of 24/);
  await expect(list.pageField).toHaveValue('24');

  await list.pageField.fill('x');
  await list.pageField.press('Enter');
  await list.expectStatus(/Page 24 of 24/);
  await list.nextPage.or(list.previousPage).last().focus();
  await expect(list.pageField).toHaveValue('24');
});

test('rows per page: the sizes, and the row that was on top stays on the page', async ({ list }) => {
  await list.open('/datasets?desc=1&limit=50&offset=150');
  await expect(list.rowsPerPage.getByRole('option')).toHaveText(['20', '50', '100', '250', /^1,?000$/]);
  await list.rowsPerPage.selectOption('100');
  await expect(list.row('set-1050')).toBeVisible();
  await list.expectStatus(/Page 2 of 12, 100 of 1,200 datasets/);
  await list.rowsPerPage.selectOption('20');
  await list.expectStatus(/of 60, 20 of 1,200 datasets/);
});

test('keys n and p turn the pages', async ({ list, page }) => {
  await list.open();
  await page.keyboard.press('n');
  await list.expectFirst('set-1150');
  await page.keyboard.press('p');
  await list.expectFirst('set-1200');
  await page.keyboard.press('p');
  await list.expectFirst('set-1200');
});

test('the next page was fetched ahead: its rows are there though the server answers nothing', async ({
  list,
  server,
}) => {
  await list.open();
  await expect.poll(() => server.listRequests).toContain('/v2/datasets?desc=1&limit=51&offset=49');
  server.fail(new Hold().fault);
  await list.nextPage.click();
  await list.expectFirst('set-1150');
  await list.expectStatus('Page 2 of 24, 50 of 1,200 datasets, newest first');
});

test('while a page loads the old rows stay, visibly pending, and nothing jumps', async ({ list, server }) => {
  holdCollection(server);
  await list.open();
  const before = await boxes();
  const colour = await colourOfName();
  const hold = new Hold();
  server.fail(hold.fault);
  await list.lastPage.click();
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  await list.expectFirst('set-1200');
  expect(await boxes()).toEqual(before);
  await expect.poll(colourOfName).not.toBe(colour);

  hold.release();
  await list.expectFirst('set-0050');
  await expect(list.table).not.toHaveAttribute('aria-busy', 'true');
  expect(await boxes()).toEqual(before);
  await expect.poll(colourOfName).toBe(colour);

  async function boxes() {
    const parts = [
      list.heading,
      list.header('Name'),
      list.header('Created'),
      list.rows.first(),
      list.nextPage,
      list.pageField,
    ];
    return await Promise.all(parts.map((part) => part.boundingBox()));
  }
  async function colourOfName() {
    return await list.rows
      .first()
      .getByText(/^set-/)
      .evaluate((name) => getComputedStyle(name).color);
  }
});

test('turning pages faster than they come ends on the page that was asked for last', async ({ list, server }) => {
  holdCollection(server);
  await list.open();
  const hold = new Hold();
  server.fail(hold.fault);
  await list.pageField.fill('5');
  await list.pageField.press('Enter');
  await list.lastPage.click();
  await list.pageField.fill('9');
  await list.pageField.press('Enter');
  await expect.poll(() => hold.count).toBeGreaterThanOrEqual(3);
  hold.release();
  await list.expectFirst('set-0800');
  await list.expectStatus(/Page 9 of 24/);
});
