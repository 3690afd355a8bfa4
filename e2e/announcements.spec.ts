import { expect } from '@playwright/test';
import { test } from './test.ts';

test('one status line says what is on screen, and changes with it', async ({ list, page }) => {
  await list.open();
  await expect(page.getByRole('status').filter({ hasText: 'datasets' })).toHaveCount(1);
  await list.expectStatus('Page 1 of 24, 50 of 1,200 datasets, newest first');
  await list.pageField.fill('3');
  await list.pageField.press('Enter');
  await list.expectStatus('Page 3 of 24, 50 of 1,200 datasets, newest first');
  await list.newestFirst.click();
  await list.expectStatus('Page 1 of 24, 50 of 1,200 datasets, oldest first');
});

test('the table says how many rows there are in all and which of them these are', async ({ list }) => {
  await list.open('/datasets?desc=1&limit=50&offset=100');
  await expect(list.table).toHaveAttribute('aria-rowcount', '1201');
  await expect(list.rows.first()).toHaveAttribute('aria-rowindex', '102');
});

test('the document’s title says which page it is', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&offset=100');
  await expect(page).toHaveTitle(/101–150 of 1,200/);
});
