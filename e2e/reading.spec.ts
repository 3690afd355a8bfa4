import { expect, type Page } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { expectAccessible } from './expect-accessible.ts';
import { apiError, Hold, holdCollection, rewritten } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

function reading(page: Page, way: 'Pages' | 'Scroll') {
  return page.getByRole('radiogroup', { name: 'Reading' }).getByRole('radio', { name: way, exact: true });
}

/** Opens an address for a reader who has chosen to scroll. */
async function openScroll(list: DatasetsPage, address?: string): Promise<void> {
  await list.page.addInitScript(() => localStorage.setItem('setlist.reading', 'scroll'));
  await list.open(address);
  await expect(list.page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
}

/** Scrolls as the thumb does: to a share of all that can be scrolled. */
async function dragTo(list: DatasetsPage, share: number): Promise<void> {
  const drag = () =>
    list.table.evaluate((table, to) => {
      const scroller = table.closest('.table-scroller');
      if (scroller) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
      return scroller?.scrollTop;
    }, share);
  // Before it is measured there is nothing to scroll.
  await expect.poll(drag).toBeGreaterThan(0);
}

/** Requests for rows that were not there, without the page that the list began with. */
function blocksAsked(server: FaultyServer): readonly string[] {
  return server.listRequests.filter((path) => /limit=100(&|$)/.test(path));
}

const isBlock = (url: URL, offset: number) =>
  url.searchParams.get('limit') === '100' && Number(url.searchParams.get('offset')) === offset;

test('from pages to one scroll and back, the rows in sight stay', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&offset=100');
  await list.row('set-1080').scrollIntoViewIfNeeded();
  const place = async (name: string) => Math.round((await list.row(name).boundingBox())?.y ?? -1);
  await expect.poll(() => list.address()).toContain('#row=');
  const before = await place('set-1080');
  await reading(page, 'Scroll').check();
  await expect(page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
  await expect(list.row('set-1080')).toBeInViewport();
  expect(Math.abs((await place('set-1080')) - before)).toBeLessThanOrEqual(1);

  await list.table.hover();
  await page.mouse.wheel(0, 34 * 200);
  await expect(list.row('set-0880')).toBeInViewport();
  await expect.poll(() => list.address()).toMatch(/offset=3[01]\d/);
  const far = await place('set-0880');
  await reading(page, 'Pages').check();
  await expect(list.pageField).toBeVisible();
  await expect(list.row('set-0880')).toBeInViewport();
  expect(Math.abs((await place('set-0880')) - far)).toBeLessThanOrEqual(1);
  await expect(reading(page, 'Pages')).toBeFocused();
});

test('the menu of a value is that of its own row, wherever the scroll began', async ({ list, page }) => {
  await openScroll(list, '/datasets?desc=1&limit=50&offset=100');
  for (const { row, name } of [
    { row: 104, name: 'set-1097' },
    { row: 601, name: 'set-0600' },
  ]) {
    await page.getByRole('textbox', { name: 'Row' }).fill(String(row));
    await page.keyboard.press('Enter');
    await expect(list.row(name)).toBeInViewport();
    // Rows that move are not for the pointer.
    await expect.poll(() => list.address()).toContain(`offset=${row - 1}`);
    await expect(list.row(name)).toHaveCSS('pointer-events', 'auto');
    await (await list.cell(list.row(name), 'Name')).click({ button: 'right' });
    await expect(page.getByRole('menu', { name: `Name: ${name}` })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a reload, Back and a link keep the place, and who opens it reads in their own way', async ({
  list,
  page,
  browser,
}) => {
  await openScroll(list, '/datasets?desc=1&limit=50');
  await dragTo(list, 0.5);
  await expect(list.row('set-0600')).toBeInViewport();
  await list.expectStatus(/59\d–60\d of 1,200 datasets/);
  await page.reload();
  await expect(list.row('set-0600')).toBeInViewport();

  await page.getByRole('button', { name: 'Last rows' }).click();
  await expect(list.row('set-0001')).toBeInViewport();
  await page.goBack();
  await expect(list.row('set-0600')).toBeInViewport();

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await theirs.goto(page.url());
  await expect(theirs.getByRole('row', { name: /set-0600/ })).toBeInViewport();
  await expect(reading(theirs, 'Pages')).toBeChecked();
  await other.close();
});

test('a reload comes back to where the rows were, also before the scrolling has come to rest', async ({
  list,
  page,
}) => {
  await openScroll(list, '/datasets?desc=1&limit=50');
  // While the rows of the collection take the place of the API's, no place is told.
  await expect(list.status).toContainText('all 1,200');
  await expect(list.row('set-1200')).toBeInViewport();
  await dragTo(list, 0.5);
  await page.reload();
  await expect(list.row('set-0600')).toBeInViewport();
});

test('keys go over all rows, to the very last one', async ({ list, page }) => {
  await openScroll(list, '/datasets?desc=1&limit=20');
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1200')).toBeFocused();
  await page.keyboard.press('End');
  await expect(list.row('set-0001')).toBeFocused();
  await expect(list.row('set-0001')).toBeInViewport();
  await expect(list.row('set-0001')).toHaveAttribute('aria-rowindex', '1201');
  await expect(list.table).toHaveAttribute('aria-rowcount', '1201');
  await page.keyboard.press('ArrowUp');
  await expect(list.row('set-0002')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(list.row('set-0002')).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(list.row('set-1200')).toBeFocused();

  await list.table.hover();
  await page.mouse.wheel(0, 34 * 300);
  await expect(list.row('set-0900')).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1199')).toBeFocused();
  await expect(list.row('set-1199')).toBeInViewport();
});

test('the field for the row goes to any of them', async ({ list, page }) => {
  await openScroll(list);
  const field = page.getByRole('textbox', { name: 'Row' });
  await field.fill('777');
  await field.press('Enter');
  await expect(list.row('set-0424')).toBeInViewport();
  await list.expectStatus(/777–7\d\d of 1,200/);
  expect(list.address()).toContain('offset=776');
  await field.fill('5000');
  await field.press('Enter');
  await expect(list.row('set-0001')).toBeInViewport();
});

test.describe('without the collection', () => {
  test('who drags far asks for the place where that ends, and not for those between', async ({ list, server }) => {
    holdCollection(server);
    await openScroll(list, '/datasets?desc=1&limit=50');
    const rests = await list.table.evaluate(async (table) => {
      const scroller = table.closest('.table-scroller');
      let [lastMs, rested] = [performance.now(), 0];
      for (let step = 1; scroller && step <= 60; step += 1) {
        scroller.scrollTop = scroller.scrollHeight * ((step * 0.37) % 1);
        await new Promise(requestAnimationFrame);
        // On a machine that has too much to do the drag stands still between two frames.
        if (performance.now() - lastMs > 60) rested += 1;
        lastMs = performance.now();
      }
      return rested;
    });
    expect(rests).toBeLessThan(20);
    await dragTo(list, 0.7);
    await expect(list.row('set-0360')).toBeInViewport();
    expect(blocksAsked(server).length).toBeLessThanOrEqual(6 + 2 * rests);
    await expect(list.status).toContainText('this page');
  });

  test('rows that are on their way have their places, and a failure says so there', async ({ list, page, server }) => {
    holdCollection(server);
    const hold = new Hold();
    server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }), {
      matches: (url) => isBlock(url, 600),
    });
    server.fail(hold.fault, { matches: (url) => isBlock(url, 500) });
    await openScroll(list, '/datasets?desc=1&limit=50');
    await dragTo(list, 0.5);
    const failure = list.table.getByText(/Rows 601–700 could not be loaded/);
    await expect(failure).toBeVisible();
    await expect(list.table.locator('[aria-busy]').first()).toBeInViewport();
    await expectAccessible(page);

    hold.release();
    await expect(list.row('set-0606')).toBeInViewport();
    server.heal();
    holdCollection(server);
    await list.table.getByRole('button', { name: 'Retry' }).click();
    await expect(list.row('set-0600')).toBeInViewport();
    await expect(failure).toBeHidden();
  });

  test('a list that has lost all of its rows meanwhile says so', async ({ list, page, server }) => {
    holdCollection(server);
    await openScroll(list, '/datasets?desc=1&limit=50');
    await dragTo(list, 0.4);
    await expect(list.row('set-0720')).toBeInViewport();
    server.fail(rewritten((answer) => ({ ...answer, total: 0, count: 0, items: [] })));
    await dragTo(list, 0.7);
    await expect(page.getByText('Nothing here yet')).toBeVisible();
    await list.expectStatus('of 0 datasets');
  });

  test('a list that has become shorter meanwhile says so, and ends where it ends', async ({ list, page, server }) => {
    holdCollection(server);
    await openScroll(list, '/datasets?desc=1&limit=50');
    server.fail(
      rewritten((answer) => ({ ...answer, total: 1_100, items: answer.items.slice(0, 1_100 - answer.offset) })),
    );
    await dragTo(list, 0.7);
    await expect(page.getByText('The list has changed meanwhile: it has 1,100 datasets now.')).toBeVisible();
    await dragTo(list, 1);
    await expect(list.row('set-0101')).toBeInViewport();
    await list.expectStatus(/of 1,100 datasets/);
  });
});

test('a sorted and searched list is one scroll over all that is found', async ({ list }) => {
  await openScroll(list, '/datasets?desc=1&limit=50&sort=name&q=name:set-0*');
  await list.expectStatus(/of 999 datasets found/);
  await list.expectFirst('set-0001');
  await dragTo(list, 1);
  await expect(list.row('set-0999')).toBeInViewport();
  await list.header('Name').getByRole('button', { name: 'Name' }).click();
  await list.expectFirst('set-0999');
  await dragTo(list, 0.5);
  await expect(list.row('set-0500')).toBeInViewport();
});

test('going to a date scrolls there', async ({ list, page }) => {
  await openScroll(list);
  await page.getByRole('button', { name: 'Go to date' }).click();
  await page.getByLabel('Date', { exact: true }).fill('2026-01-01');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(list.row('set-0876')).toBeInViewport();
  await expect(page.getByRole('textbox', { name: 'Row' })).toBeVisible();
});

test('on paper are the rows in sight, and not all of the list', async ({ list, page }) => {
  await openScroll(list);
  await dragTo(list, 0.5);
  await expect(list.row('set-0600')).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  await expect(list.row('set-0600')).toBeVisible();
  expect(await list.rows.count()).toBeLessThan(40);
  await page.emulateMedia({ media: 'screen' });
  await expect(list.row('set-0600')).toBeInViewport();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('the choice is in reach, and nothing leaves the screen', async ({ list, page }) => {
    await list.open();
    await reading(page, 'Scroll').check();
    await expect(page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test('axe finds nothing', async ({ list, page }) => {
  await openScroll(list);
  await expect(page.getByRole('textbox', { name: 'Row' })).toBeVisible();
  await expectAccessible(page);
});
