import { expect, type Locator, type Page } from '@playwright/test';
import { expectFoundAhead } from './expect-found-ahead.ts';
import { Hold } from './faults.ts';
import { test } from './test.ts';

const address = '/datasets?desc=1&limit=50';
const isPageScript = ({ pathname }: URL): boolean => pathname.startsWith('/assets/page-');

/** The list while what makes it work has not come. */
const pictureRows = '#root[aria-hidden="true"] tbody > tr[data-row]';
/** What comes when the page works, and a picture cannot know. */
const comesLater = '.popover, .timeline-place > *, .chip, .load, .active-filters, tr:nth-child(n + 12)';

/** An element as it stands in the document: its tree of tags, attributes, values and texts. Rows out of sight may come and go. */
function treeOf(root: Locator): Promise<string> {
  return root.evaluate((top, later) => {
    function tree(node: Node): string {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.matches(later)) return '';
      const children = [...node.childNodes].map(tree).join('');
      const state =
        node instanceof HTMLInputElement
          ? `${node.value} ${node.checked}`
          : node instanceof HTMLOptionElement
            ? node.selected
            : '';
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value.trim()}`).sort();
      return `\n<${node.tagName} ${attributes.filter((one) => !/^(?:value|checked|selected)=|^style=$/.test(one)).join(' ')} ${state}>${children}</>`;
    }
    return tree(top);
  }, comesLater);
}

/** By how much of 255 the pixel that differs most differs in two pictures of the same size. */
function largestDifference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  const sources = pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
  return page.evaluate(async (urls) => {
    const [one, other] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        return [...(canvas?.getImageData(0, 0, image.width, image.height).data ?? [])];
      }),
    );
    return one?.reduce((most, value, at) => Math.max(most, Math.abs(value - (other?.[at] ?? 0))), 0) ?? 255;
  }, sources);
}

const home = { address, asked: 'desc=1&limit=50', first: 'set-1200' };
const other = {
  address: '/datasets?unnamed=1&limit=20&offset=40&ownership=ownedByMe',
  asked: 'limit=20&offset=40',
  first: 'set-0057',
};

/** At each width one page is laid out; what the texts of a view change shows at the narrowest and the usual one. */
const pictures = [
  { view: home, widths: [320, 600, 1000, 1280, 1900] },
  { view: other, widths: [320, 1280] },
];

for (const { view, widths } of pictures) {
  for (const width of widths) {
    test(`at ${width} px the page takes over its picture of ${view.address} as it stands`, async ({
      page,
      list,
      server,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.clock.setFixedTime('2026-11-24T12:00:00Z');
      const hold = new Hold();
      server.fail(hold.fault, { matches: isPageScript });
      await page.goto(view.address, { waitUntil: 'commit' });
      await expect(page.locator(pictureRows).first()).toContainText(view.first);
      await expect(list.table).toHaveCount(0);
      const frame = page.locator('.frame');
      const mask = [page.locator('.timeline-place'), page.locator('.list-head')];
      const before = { tree: await treeOf(frame), picture: await page.screenshot({ mask }) };
      // React takes over the very elements that are there.
      const row = await page.locator(pictureRows).first().elementHandle();
      hold.release();
      await expect(list.table).toBeVisible();
      expect(await row?.evaluate((element) => element.isConnected)).toBe(true);
      expect(await treeOf(frame)).toBe(before.tree);
      // The same text in the same place may be smoothed by one shade more or less.
      expect(await largestDifference(page, [before.picture, await page.screenshot({ mask })])).toBeLessThanOrEqual(4);
      expect(server.listRequests.filter((path) => path.endsWith(view.asked))).toHaveLength(1);
    });
  }
}

test('what is done to the picture is done to the page', async ({ page, list, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(pictureRows).filter({ hasText: 'set-1197' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  hold.release();
  await list.expectStatus('Page 2 of 24');
  await expect(list.row('set-1146')).toBeFocused();
});

test('a switch that is clicked too early is switched', async ({ page, list, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator(pictureRows).first()).toBeVisible();
  const place = await page.locator('#root[aria-hidden="true"] .switch input').first().boundingBox();
  await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8);
  hold.release();
  await expect(list.includeUnnamed).toBeChecked();
});

test('what is typed too early is typed', async ({ page, list, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator(pictureRows).first()).toBeVisible();
  const place = await page.locator('#root[aria-hidden="true"] .page-field').first().boundingBox();
  await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8);
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  hold.release();
  await list.expectStatus('Page 13 of');
});

test('who comes to the search field too early has found ahead what is typed', async ({ page, list, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator(pictureRows).first()).toBeVisible();
  await page.locator('#root[aria-hidden="true"] input[type="search"]').focus();
  hold.release();
  await expect(list.status).toContainText('all 1,200');
  const search = page.getByRole('searchbox', { name: 'Search datasets' });
  await expect(search).toBeFocused();
  await expectFoundAhead(search, '1199');
});

test('a click that begins on the picture ends on the page', async ({ page, list, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(pictureRows).filter({ hasText: 'set-1197' }).hover();
  await page.mouse.down();
  hold.release();
  await expect(list.table).toBeVisible();
  await page.mouse.up();
  await expect(list.row('set-1197')).toHaveAttribute('aria-current', 'true');
});

test('the first Tab comes to the first control', async ({ page, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator(pictureRows).first()).toBeVisible();
  await page.keyboard.press('Tab');
  hold.release();
  await expect(page.getByRole('link', { name: 'Setlist' })).toBeFocused();
});

for (const limit of [50, 1000]) {
  test(`the picture of ${limit} rows scrolls, and the page is where it was scrolled to`, async ({
    page,
    list,
    server,
  }) => {
    const hold = new Hold();
    server.fail(hold.fault, { matches: isPageScript });
    await page.goto(`/datasets?desc=1&limit=${limit}`, { waitUntil: 'commit' });
    await page.locator(pictureRows).first().hover();
    await page.mouse.wheel(0, 510);
    await expect(page.locator(pictureRows).first()).toContainText('set-1185');
    const row = await page.locator(pictureRows).first().elementHandle();
    hold.release();
    await expect(list.table).toBeVisible();
    expect(await row?.evaluate((element) => element.isConnected)).toBe(true);
    await expect(list.row('set-1185')).toBeInViewport({ ratio: 1 });
    await expect.poll(() => list.address()).toContain('#row=15');
  });
}

test('a reader who sorted the columns differently sees no other order first', async ({ page, list, server }) => {
  await page.addInitScript(() =>
    localStorage.setItem('setlist.columns', '{"version":1,"order":[],"hidden":["id"],"widthsPx":{}}'),
  );
  const hold = new Hold();
  server.fail(hold.fault, { matches: isPageScript });
  await page.goto(address, { waitUntil: 'commit' });
  await expect.poll(() => hold.count).toBe(1);
  await expect(page.locator('#root')).toBeHidden();
  hold.release();
  await list.expectFirst('set-1200');
  expect(await list.columnNames()).not.toContain('ID');
});

for (const sort of ['-itemCount', 'name,-createdAt']) {
  test(`the page takes over its picture of rows kept by ${sort} as it stands, with their age`, async ({
    page,
    list,
    server,
  }) => {
    const sorted = `${address}&sort=${sort}`;
    await list.open(sorted);
    await expect(list.status).toContainText(/all 1,200$/);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('sort=');
    const first = await list.rows.first().locator('td').first().textContent();

    // The worker that has read the rows has a clock of its own.
    await page.clock.setFixedTime(Date.now() + 7.5 * 60_000);
    const hold = new Hold();
    // Else what is held back would come from the browser's cache.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    server.fail(hold.fault, { matches: (url) => isPageScript(url) || url.pathname === '/v2/datasets' });
    await page.goto(sorted, { waitUntil: 'commit' });
    await expect(page.locator(pictureRows).first()).toContainText(first ?? '');
    const frame = page.locator('.frame');
    const chip = page.locator('.status > .chip');
    await expect(chip).toHaveText(/^all 1,200, as of \d/);
    await expect(page.locator('.updated')).toHaveText('updated 7 min ago');
    const before = { tree: await treeOf(frame), chip: await chip.evaluate(({ outerHTML }) => outerHTML) };
    const row = await page.locator(pictureRows).first().elementHandle();
    hold.release();
    await expect(list.table).toBeVisible();
    expect(await row?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await treeOf(frame)).toBe(before.tree);
    expect(before.chip).toContain(await chip.getAttribute('class'));
    await expect(list.status).toContainText(/all 1,200$/);
  });
}
