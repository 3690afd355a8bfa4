import { expect, type Page } from '@playwright/test';
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
