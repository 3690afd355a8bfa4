import { expect, type Page } from '@playwright/test';
import { manyCounts } from './collections.ts';
import { expectAccessible } from './expect-accessible.ts';
import { cappedAt, Hold } from './faults.ts';
import { test } from './test.ts';

const filters = (page: Page) => page.getByRole('group', { name: 'Filters' });
const group = (page: Page, name: string) => filters(page).getByRole('group', { name, exact: true });
const option = (page: Page, name: string, value: string) =>
  group(page, name).getByRole('checkbox', { name: value, exact: true });
const toggle = (page: Page) => page.getByRole('button', { name: 'Filters', exact: true });

test('Filters count what each value gives, and a click edits the search', async ({ list, page }) => {
  await list.open();
  await toggle(page).click();
  for (const name of ['Owner', 'Actor', 'Name', 'Access', 'Items', 'Created', 'Modified', 'Accessed']) {
    await expect(group(page, name)).toBeVisible();
  }
  await expect(option(page, 'Owner', 'ada')).toHaveAccessibleDescription(String(manyCounts.shared));
  await expect(option(page, 'Owner', 'You')).toHaveAccessibleDescription('1,080');
  await expect(option(page, 'Items', '0')).toHaveAccessibleDescription('300');

  await option(page, 'Owner', 'ada').check();
  await list.expectStatus(`Page 1 of 3, 50 of ${manyCounts.shared} datasets found, newest first`);
  expect(new URL(page.url()).searchParams.get('q')).toBe('owner:ada');
  await expect(option(page, 'Items', '0')).toHaveAccessibleDescription('60');
  // What another owner would give.
  await expect(option(page, 'Owner', 'You')).toHaveAccessibleDescription('1,080');

  await option(page, 'Owner', 'You').check();
  await list.expectStatus(/of 1,200 datasets found/);
  await option(page, 'Owner', 'ada').uncheck();
  await list.expectStatus(/of 1,080 datasets found/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('owner:me');
  await page.goBack();
  await expect(option(page, 'Owner', 'ada')).toBeChecked();
});

test('a range of items and of days can be typed', async ({ list, page }) => {
  await list.open();
  await toggle(page).click();
  await group(page, 'Items').getByRole('spinbutton', { name: 'From' }).fill('1');
  await page.keyboard.press('Enter');
  await list.expectStatus(/of 900 datasets found/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('items:>=1');
  await expect(group(page, 'Items').getByRole('checkbox', { name: 'At least 1' })).toBeChecked();

  await group(page, 'Created').getByLabel('From').fill('2026-01-15');
  await group(page, 'Created').getByLabel('To').fill('2026-01-15');
  expect(new URL(page.url()).searchParams.get('q')).toBe('items:>=1 created:2026-01-15');
  await list.expectStatus(/of 9 datasets found/);
});

test('chips say what is on, take it out, and Clear filters takes out all and the search', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&q=set-1+owner:ada+-items:0');
  await list.expectStatus(/of 10 datasets found/);
  await page.getByRole('button', { name: 'Remove filter Not Items: 0' }).click();
  await list.expectStatus(/of 21 datasets found/);
  await page.getByRole('button', { name: 'Remove filter Owner: ada' }).click();
  expect(new URL(page.url()).searchParams.get('q')).toBe('set-1');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await list.expectStatus(/of 1,200 datasets, newest first/);
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
});

test('the summary is of all that is found', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&q=owner:ada');
  await toggle(page).click();
  const summary = page.getByRole('region', { name: 'Summary' });
  await expect(summary).toContainText('Datasets120');
  await expect(summary).toContainText('Items in all60');
  await expect(summary).toContainText('Clean100%');
  await expect(summary).toContainText('Last createdJan 15, 2026');
});

test('where nothing matches the note says why, and clears it', async ({ list, page }) => {
  await list.open();
  await toggle(page).click();
  await option(page, 'Name', 'Unnamed').check();
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await expect(page.getByText('this list has named ones only')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Include unnamed ones' }).click();
  await list.expectStatus(/of 30 datasets found/);
  await page.getByRole('searchbox').fill('no such text');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await list.expectStatus(/of 930 datasets, newest first/);
});

test('the panel is open again after a reload, beside the table, and moves nothing', async ({ list, page }) => {
  await list.open();
  const top = (await list.table.boundingBox())?.y;
  await toggle(page).click();
  await expect(option(page, 'Owner', 'ada')).toHaveAccessibleDescription('120');
  await expectAccessible(page);
  await page.reload();
  await expect(option(page, 'Owner', 'ada')).toHaveAccessibleDescription('120');
  await option(page, 'Owner', 'ada').check();
  await list.expectStatus(/of 120 datasets found/);
  expect((await list.table.boundingBox())?.y).toBe(top);
  await toggle(page).click();
  await expect(filters(page)).toHaveCount(0);
  await page.reload();
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
});

test('opening loads a large list, a part is counted as one, and what was loaded is there after a reload', async ({
  list,
  page,
  server,
}) => {
  const hold = new Hold();
  server.fail(cappedAt(20));
  await list.open();
  // The load asks without a limit; what the timeline asks has one.
  const loadRequests = () => server.listRequests.filter((path) => !path.includes('limit='));
  const isLate = ({ pathname, searchParams }: URL) =>
    pathname === '/v2/datasets' && !searchParams.has('limit') && loadRequests().length > 30;
  server.fail(hold.fault, { matches: isLate });
  await toggle(page).click();
  await expect.poll(() => hold.count).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { name: 'Summary so far' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/^Counted over \d+ of 1,200, so far$/)).toBeVisible();
  await expect(option(page, 'Name', 'Named')).toHaveAccessibleDescription(/^\d+\+$/);
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText(/so far\s*Datasets\d+\+/);
  await expectAccessible(page);
  hold.release();
  server.heal();
  server.fail(cappedAt(20));
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(option(page, 'Name', 'Named')).toHaveAccessibleDescription('1,200');
  await expect(page.getByText('Counted over all 1,200')).toBeVisible();

  const loaded = loadRequests().length;
  await page.reload();
  await expect(option(page, 'Name', 'Named')).toHaveAccessibleDescription('1,200');
  // What is kept is looked over, with fewer requests than the two readings of a load.
  expect(loadRequests().length - loaded).toBeLessThan(60);
});

test('what a filter of the dialog cannot do is said and shown inside of it', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open(`/datasets?desc=1&limit=50&q=set+${'-x'.repeat(245)}`);
  await toggle(page).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await dialog.getByRole('checkbox', { name: 'Unnamed' }).click();
  const said = dialog.getByText('That is too long for a search');
  // One is heard, the other one seen.
  await expect(said).toHaveCount(2);
  await expect(dialog.getByRole('paragraph').filter({ hasText: 'That is too long for a search' })).toHaveCount(1);
});

test('in a narrow window the filters are a dialog, which is not there again after a reload', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open();
  await toggle(page).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await expect(dialog.getByRole('checkbox', { name: 'ada' })).toHaveAccessibleDescription('120');
  await dialog.getByRole('checkbox', { name: 'ada' }).check();
  await expect(dialog.getByRole('button', { name: 'Remove filter Owner: ada' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(toggle(page)).toBeFocused();
  await toggle(page).click();
  await page.reload();
  await list.expectStatus(/of 120 datasets found/);
  await expect(dialog).toHaveCount(0);
});
