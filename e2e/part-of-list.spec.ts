import { expect, type Page } from '@playwright/test';
import { DatasetsPage } from './datasets-page.ts';
import { cappedAt, Hold } from './faults.ts';
import { test } from './test.ts';

test.describe('a search of which the first pages and the last one have nothing', () => {
  let hold: Hold;
  test.beforeEach(({ server }) => {
    hold = new Hold();
    server.fail(cappedAt(50));
    const isHeld = (offset: number) => offset > 50 && offset < 1_100;
    server.fail(hold.fault, { matches: ({ searchParams }) => isHeld(Number(searchParams.get('offset'))) });
  });

  test('has no count before something is found, or all of the list was asked', async ({ list, page, server }) => {
    await watchStatus(page);
    await page.goto('/datasets?desc=1&limit=50&q=set-05');
    const none = page.getByRole('status').filter({ hasText: 'Nothing found so far' });
    await expect(none).toContainText(/of 1,200 loaded$/);
    await expect(page).toHaveTitle('Datasets · Setlist');
    hold.release();
    server.heal();
    await list.expectStatus(/Page 1 of 2, 50 of 100 datasets found, newest first, .*all 1,200$/);
    expect((await statuses(page)).join('\n')).not.toMatch(/\b0 of/);
    // Of all of the list, none is an answer.
    await page.getByRole('searchbox', { name: 'Search datasets' }).fill('no such thing');
    await list.expectStatus('0 of 0 datasets found');
  });

  test('has no end before that', async ({ list, page, server }) => {
    await page.goto('/datasets?desc=1&limit=50&offset=50&q=set-05');
    await expect(page.getByRole('status').filter({ hasText: 'Loading…' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    hold.release();
    server.heal();
    await list.expectStatus(/Page 2 of 2, 50 of 100 datasets found, newest first, .*all 1,200$/);
  });
});

/** Writes down all that the status line says from the first picture on. */
async function watchStatus(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said = new Set<string>();
    Object.assign(window, { said });
    const look = () => {
      const text = document.querySelector('#root:not([hidden]) [role=status]')?.textContent;
      if (text) said.add(text);
      requestAnimationFrame(look);
    };
    look();
  });
}

function statuses(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(window as unknown as { said: ReadonlySet<string> }).said]);
}

test('what a tab has is searched and sorted while another tab loads the list, and said to be a part of it', async ({
  list,
  page,
  context,
  server,
}) => {
  server.fail(cappedAt(50));
  const hold = new Hold();
  // Of the load alone, which asks without a limit.
  const isLate = ({ searchParams }: URL) => !searchParams.has('limit') && Number(searchParams.get('offset')) > 400;
  server.fail(hold.fault, { matches: isLate });
  await list.open('/datasets?desc=1&limit=100&sort=name');
  await list.expectStatus(/of 1,200 loaded$/);
  const other = new DatasetsPage(await context.newPage());
  await other.open('/datasets?desc=1&limit=100&sort=name');
  await other.expectStatus(/50 of 50 datasets loaded so far, by name, 50 of 1,200 loaded$/);
  await other.expectFirst('set-1151');
  await other.page.getByRole('searchbox', { name: 'Search datasets' }).fill('set-119');
  await other.expectStatus(/10 of 10 datasets found so far, by name, 50 of 1,200 loaded$/);
  await other.page.getByRole('searchbox', { name: 'Search datasets' }).fill('set-05');
  await expect(other.page.getByRole('status').filter({ hasText: 'Nothing found so far' })).toContainText('50 of 1,200');
  hold.release();
  server.heal();
  await list.expectStatus(/100 of 1,200 datasets, by name, all 1,200$/);
  await other.expectStatus(/100 of 100 datasets found, by name, all 1,200$/);
  await page.close();
});
