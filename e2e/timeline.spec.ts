import { expect, type Page } from '@playwright/test';
import { manyCounts, newestCreatedAtMs } from './collections.ts';
import { expectAccessible } from './expect-accessible.ts';
import { cappedAt } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

const timeline = (page: Page) => page.getByRole('figure', { name: 'Timeline', exact: true });
const bars = (page: Page) => page.getByRole('slider', { name: /^Created per/ });
const items = (page: Page) => page.getByRole('figure', { name: 'Number of items' });
const asTable = (page: Page) => page.getByRole('button', { name: 'Timeline as a table' });
const toggle = (page: Page) => page.getByRole('button', { name: 'Timeline', exact: true });

/** The one-row requests that the timeline is drawn from; those that ask for the total alone are all for the first row. */
function probes(server: FaultyServer): number[] {
  const searches = server.listRequests.map((path) => new URL(path, server.url).searchParams);
  return searches.filter((search) => search.get('limit') === '1').map((search) => Number(search.get('offset') ?? 0));
}

/** Requests that load the whole list, as large pages as there are. */
function loads(server: FaultyServer): number {
  return server.listRequests.filter((path) => /limit=1000/.test(path)).length;
}

test('of a small list it is drawn from the collection, and costs no request of its own', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  await expect(timeline(page)).toContainText('Created per day, at most 24');
  expect(probes(server)).toEqual([]);
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '51');
  await asTable(page).click();
  const sum = await timeline(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).reduce((total, row) => total + Number(row.children[1]?.textContent), 0));
  expect(sum).toBe(manyCounts.named);
});

test('before anything is loaded it is drawn from 32 rows, and says so', async ({ list, page, server }) => {
  server.fail(cappedAt(30));
  await list.open();
  await expect(timeline(page)).toContainText('≈ Created per day, estimated from 32 of 1,200 datasets');
  await expect(items(page)).toContainText('known once all datasets are loaded');
  const asked = probes(server);
  expect(new Set(asked).size).toBe(32);
  expect(asked.length).toBeLessThanOrEqual(33);
  expect([Math.min(...asked), Math.max(...asked)]).toEqual([0, 1199]);
  await bars(page).focus();
  await expect(bars(page)).toHaveAttribute('aria-valuetext', /: about \d+ datasets?$/);

  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(timeline(page)).toContainText('Created per day, at most 24');
  await expect(timeline(page)).not.toContainText('≈');
});

test('to open it is to want all of the list, to find it open is not', async ({ list, page, server }) => {
  server.fail(cappedAt(30));
  await list.open();
  await toggle(page).click();
  await expect(timeline(page)).toHaveCount(0);
  await page.reload();
  await expect(list.rows.first()).toBeVisible();
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'false');
  const [before, probed] = [loads(server), probes(server).length];
  await list.nextPage.click();
  await list.expectFirst('set-1170');
  expect([loads(server), probes(server).filter((offset) => offset > 0).length]).toEqual([
    before,
    probes(server)
      .slice(0, probed)
      .filter((offset) => offset > 0).length,
  ]);

  await toggle(page).click();
  await expect(timeline(page)).toContainText('Created per day, at most 24');
  await expect(page.getByText('all 1,200')).toBeVisible();
});

test('hidden it costs no request and no byte', async ({ list, page, server }) => {
  await page.addInitScript(() => localStorage.setItem('setlist.timeline', 'off'));
  server.fail(cappedAt(30));
  await list.open();
  await list.nextPage.click();
  await list.expectFirst('set-1170');
  expect(probes(server).filter((offset) => offset > 0)).toEqual([]);
  expect(server.requests.filter(({ path }) => path.includes('charts-panel'))).toEqual([]);
});

test('its room is kept before it is there: the table stands still', async ({ list, page, server }) => {
  const tops: number[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.fail(
    async ({ pass }) => {
      await held;
      await pass();
    },
    { matches: (url) => url.pathname.includes('charts-panel') },
  );
  await list.open();
  tops.push((await list.table.boundingBox())?.y ?? 0);
  await expect(timeline(page)).toHaveCount(0);
  release();
  await expect(timeline(page)).toContainText('at most 24');
  tops.push((await list.table.boundingBox())?.y ?? 1);
  expect(tops[0]).toBe(tops[1]);
});

test('where its code cannot be had, the rows are there all the same', async ({ list, page, server }) => {
  server.fail(({ response }) => void response.writeHead(500).end(), {
    matches: (url) => url.pathname.includes('charts-panel'),
  });
  await list.open();
  await expect(page.getByText('The timeline could not be loaded.')).toBeVisible();
  await list.expectFirst('set-1200');
});

test('dragging over it shows only what was created then, a double click shows all', async ({ list, page }) => {
  await list.open();
  await expect(timeline(page)).toContainText('at most 24');
  const box = await bars(page).boundingBox();
  if (box === null) throw new Error('no bars');
  const at = (bar: number) => box.x + ((bar + 0.5) / 51) * box.width;
  await page.mouse.move(at(10), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(at(12), box.y + 20, { steps: 3 });
  await expect(page.getByRole('tooltip')).toHaveText(/: 72 datasets$/);
  await page.mouse.up();
  // 51 days, the last one that of the newest dataset.
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('created:2025-12-06..2025-12-08');
  await list.expectStatus(/Page 1 of 2, 50 of 72 datasets found/);
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '3');

  await bars(page).dblclick({ position: { x: 40, y: 20 } });
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(null);
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '51');
});

test('keys do the same, and keep what else is searched for', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&q=created%3A2025-12+set-0');
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '31');
  await bars(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(bars(page)).toHaveAttribute('aria-valuetext', /Dec 2, 2025: 24 datasets/);
  await expect(page.getByRole('tooltip')).toHaveText(/Dec 2, 2025: 24 datasets/);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bars(page)).toHaveAttribute('aria-valuetext', /Dec.*2.*4, 2025: 72 datasets/);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('set-0 created:2025-12-02..2025-12-04');
  await expect(bars(page)).toBeFocused();
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('set-0');
});

test('a click on a number of items shows only those, another one all', async ({ list, page }) => {
  await list.open();
  const bar = items(page).getByRole('slider');
  // Every fourth is empty, all others have one item.
  await expect(bar).toHaveAttribute('aria-valuemax', '2');
  await bar.click({ position: { x: 10, y: 20 } });
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('items:0');
  await list.expectStatus(/of 300 datasets found/);
  await expect(bar).toHaveAttribute('aria-valuemax', '2');
  await bar.click({ position: { x: 10, y: 20 } });
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(null);
});

test('the stack says how many have no name', async ({ list, page }) => {
  await list.open('/datasets?unnamed=1&desc=1&limit=50');
  await expect(timeline(page)).toContainText('named');
  await asTable(page).click();
  await expect(timeline(page).getByRole('columnheader')).toHaveText(['Created', 'Datasets', 'Unnamed']);
  const unnamed = await timeline(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).reduce((total, row) => total + Number(row.children[2]?.textContent), 0));
  expect(unnamed).toBe(manyCounts.unnamed);
});

test('nothing is wrong with it for who cannot see it, and it goes on paper', async ({ list, page }) => {
  await list.open('/datasets?unnamed=1&desc=1&limit=50');
  await expect(timeline(page)).toContainText('at most');
  await bars(page).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(timeline(page)).toBeVisible();
});

test('a failure is told in words, and can be tried again', async ({ list, page, server }) => {
  server.fail(cappedAt(30));
  server.fail(({ response }) => void response.writeHead(500).end(), {
    matches: (url) => url.searchParams.get('limit') === '1' && url.searchParams.has('offset'),
  });
  await list.open();
  await expect(timeline(page)).toContainText('The timeline could not be loaded');
  server.heal();
  server.fail(cappedAt(30));
  await timeline(page).getByRole('button', { name: 'Try again' }).click();
  await expect(timeline(page)).toContainText('estimated from 32');
});

test('on a narrow screen it waits to be asked for, and stays', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open();
  await expect(timeline(page)).toHaveCount(0);
  await toggle(page).click();
  await expect(timeline(page)).toContainText('Created per');
  await page.reload();
  await expect(timeline(page)).toContainText('Created per');
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  expect(new Date(newestCreatedAtMs).getUTCFullYear()).toBe(2026);
});
