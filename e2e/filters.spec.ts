import { expect } from '@playwright/test';
import { manyCounts } from './collections.ts';
import { test } from './test.ts';

test('the Created header and Newest first are one switch', async ({ list }) => {
  await list.open();
  await expect(list.newestFirst).toBeChecked();
  await expect(list.header('Created')).toHaveAttribute('aria-sort', 'descending');

  await list.header('Created').getByRole('button').first().click();
  await list.expectFirst('set-0001');
  await expect(list.newestFirst).not.toBeChecked();
  await expect(list.header('Created')).toHaveAttribute('aria-sort', 'ascending');
  expect(list.address()).toBe('/datasets?limit=50');

  await list.newestFirst.click();
  await list.expectFirst('set-1200');
  await expect(list.header('Created')).toHaveAttribute('aria-sort', 'descending');
});

test('Include unnamed shows them, and says that empty ones are then not listed', async ({ list, page }) => {
  await list.open();
  await expect(list.row('Unnamed')).toHaveCount(0);
  await expect(list.row('set-1200')).toBeVisible();
  await list.includeUnnamed.click();
  await list.expectStatus(`Page 1 of 19, 50 of ${manyCounts.filled} datasets, newest first`);
  await expect(list.row('Unnamed').first()).toBeVisible();
  await expect(list.row('set-1200')).toHaveCount(0);
  await expect(page.getByText(/empty datasets are not listed/i).first()).toBeVisible();
  expect(list.address()).toBe('/datasets?unnamed=1&desc=1&limit=50');
});

test('Ownership: all, mine, shared with me', async ({ list }) => {
  await list.open();
  await expect(list.ownershipChoice('All')).toBeChecked();
  await list.ownershipChoice('Shared with me').check();
  await list.expectStatus(`Page 1 of 3, 50 of ${manyCounts.shared} datasets, newest first`);
  await expect(list.rows.filter({ hasText: 'ada' })).toHaveCount(await list.rows.count());
  expect(list.address()).toBe('/datasets?ownership=sharedWithMe&desc=1&limit=50');

  await list.ownershipChoice('Mine').check();
  await list.expectStatus('Page 1 of 22, 50 of 1,080 datasets, newest first');
  await expect(list.rows.filter({ hasText: 'You' })).toHaveCount(await list.rows.count());
  expect(list.address()).toBe('/datasets?ownership=ownedByMe&desc=1&limit=50');
});

for (const { change, make } of [
  { change: 'Newest first', make: 'newestFirst' },
  { change: 'Include unnamed', make: 'includeUnnamed' },
] as const) {
  test(`a change of ${change} goes back to the first page`, async ({ list }) => {
    await list.open('/datasets?desc=1&limit=50&offset=200');
    await list[make].click();
    await list.expectStatus(/Page 1 of/);
    expect(list.address()).not.toContain('offset');
  });
}

test('a change of Ownership goes back to the first page', async ({ list }) => {
  await list.open('/datasets?desc=1&limit=50&offset=200');
  await list.ownershipChoice('Mine').check();
  await list.expectStatus(/Page 1 of 22/);
  expect(list.address()).not.toContain('offset');
});
