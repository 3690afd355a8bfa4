import { expect } from '@playwright/test';
import { test } from './test.ts';

for (const widthPx of [320, 375, 480, 768, 1280, 2560]) {
  test(`${widthPx} px wide: the page does not scroll sideways and everything is there`, async ({ list, page }) => {
    await page.setViewportSize({ width: widthPx, height: 800 });
    await list.open();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(widthPx);
    for (const part of [
      list.heading,
      list.newestFirst,
      list.includeUnnamed,
      list.refresh,
      list.nextPage,
      list.pageField,
      list.rowsPerPage,
    ]) {
      await part.scrollIntoViewIfNeeded();
      const box = await part.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(widthPx);
    }
    const filters = await page.getByRole('button', { name: 'Filters' }).boundingBox();
    expect((await list.refresh.boundingBox())?.y, 'the tools are on one line').toBe(filters?.y);
    await list.nextPage.click();
    await list.expectFirst('set-1150');
    await expect(list.rows.first()).toBeInViewport();
  });
}

test('a narrow table scrolls inside itself, its first column and its header stay', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open();
  const name = await list.cell(list.row('set-1195'), 'Name');
  const run = list.header('Run');
  await expect(run).not.toBeInViewport();
  const before = await name.boundingBox();
  await run.scrollIntoViewIfNeeded();
  await expect(run).toBeInViewport();
  expect((await name.boundingBox())?.x).toBe(before?.x);

  const header = await list.header('Name').boundingBox();
  await list.table.evaluate((table) => {
    for (let at = table.parentElement; at; at = at.parentElement) at.scrollTop = 400;
  });
  await expect(list.row('set-1188')).toBeInViewport();
  expect(await list.header('Name').boundingBox()).toEqual(header);
});

test('a first column made wide on a large screen leaves room for the others on a small one', async ({ list, page }) => {
  await list.open();
  await list.header('Name').getByRole('separator').focus();
  await page.keyboard.press('End');
  await page.setViewportSize({ width: 320, height: 640 });
  await list.header('ID').evaluate((header) => header.scrollIntoView({ inline: 'end' }));
  const name = await list.header('Name').boundingBox();
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(260);
});

test('in one long scroll all columns are in sight beside the scale', async ({ list, page }) => {
  await page.addInitScript(() => localStorage.setItem('setlist.reading', 'scroll'));
  await page.setViewportSize({ width: 1400, height: 800 });
  await list.open();
  await expect(page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
  const hiddenPx = () =>
    list.table.evaluate((table) => {
      const scroller = table.closest('.table-scroller');
      return scroller ? scroller.scrollWidth - scroller.clientWidth : undefined;
    });
  await expect.poll(hiddenPx).toBe(0);
});

test('a wide table fills its frame', async ({ list, page }) => {
  await page.setViewportSize({ width: 2560, height: 1200 });
  await list.open();
  expect((await list.table.boundingBox())?.width).toBeGreaterThan(2400);
});
