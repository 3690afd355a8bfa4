import { expect } from '@playwright/test';
import { test } from './test.ts';

test.describe('an account without datasets', () => {
  test.use({ collection: 'none' });

  test('is told how to make the first', async ({ list, page, server }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: /nothing here yet/i })).toBeVisible();
    await list.expectStatus(/of 0 datasets/);
    await expect(page.getByText(/POST|curl|apify-client/).first()).toBeVisible();
    await expect(list.nextPage).toBeDisabled();
    await expect(list.lastPage).toBeDisabled();

    await fetch(`${server.url}/v2/datasets?name=the-first`, { method: 'POST' });
    await list.refresh.click();
    await list.expectFirst('the-first');
    await list.expectStatus('Page 1 of 1, 1 of 1 datasets, newest first');
  });

  test('has one page, whatever the address says', async ({ list, page }) => {
    await page.goto('/datasets?desc=1&limit=50&offset=100');
    await expect(page.getByRole('heading', { name: /nothing here yet/i })).toBeVisible();
    expect(list.address()).toBe('/datasets?desc=1&limit=50');
    await expect(list.previousPage).toBeDisabled();
  });

  test('and a filter that nothing matches is another thing: it can be cleared', async ({ list, page, server }) => {
    await fetch(`${server.url}/v2/datasets?name=the-first`, { method: 'POST' });
    await page.goto('/datasets?desc=1&limit=50&ownership=sharedWithMe');
    await expect(page.getByRole('heading', { name: /no(thing| datasets?) match/i })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await list.expectFirst('the-first');
    expect(list.address()).toBe('/datasets?desc=1&limit=50');
    await expect(list.ownershipChoice('All')).toBeChecked();
  });

  test('where only empty datasets are, Include unnamed shows none and says why', async ({ list, page, server }) => {
    await fetch(`${server.url}/v2/datasets?name=the-first`, { method: 'POST' });
    await page.goto('/datasets?unnamed=1&desc=1&limit=50');
    await list.expectStatus(/of 0 datasets/);
    await expect(page.getByText(/empty (ones|datasets) are not listed/i).first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await list.expectFirst('the-first');
    expect(list.address()).toBe('/datasets?desc=1&limit=50');
  });
});
