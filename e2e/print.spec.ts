import { expect } from '@playwright/test';
import { test } from './test.ts';

test('on paper are all rows of the page, and none of the controls', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=250');
  expect(await list.rows.count()).toBeLessThan(100);
  await page.emulateMedia({ media: 'print' });
  await expect(list.rows).toHaveCount(250);
  await expect(list.row('set-0951')).toBeVisible();
  await expect(list.nextPage).toBeHidden();
  const clipped = await list.table.evaluate((table) => {
    for (let at = table.parentElement; at; at = at.parentElement)
      if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible')
        return at.className || at.tagName;
    return undefined;
  });
  expect(clipped).toBeUndefined();
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => list.rows.count()).toBeLessThan(100);
  await expect(list.nextPage).toBeVisible();
});

test('on paper is dark on light, whatever the theme', async ({ list, page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await list.open();
  await expect(list.nextPage).toBeHidden();
  const lightness = await list.rows.first().evaluate((row) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('This browser draws nothing.');
    canvas.fillStyle = getComputedStyle(row).color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[0] ?? 255;
  });
  expect(lightness).toBeLessThan(128);
});

test.describe('a sheet of A4, landscape', () => {
  test.use({ collection: 'few', viewport: { width: 1032, height: 700 } });

  for (const times of ['relative', 'absolute']) {
    test(`has room for all columns with ${times} times, each id in one line`, async ({ list, page }) => {
      await page.addInitScript((mode) => localStorage.setItem('setlist.times', mode), times);
      await list.open();
      await page.emulateMedia({ media: 'print' });
      await expect(list.nextPage).toBeHidden();
      const row = list.row('FromARun000000001');
      for (const column of ['ID', 'Actor', 'Run']) {
        const id = (await list.cell(row, column)).getByText(/^\w{17}$/);
        expect(await id.evaluate(linesOf), column).toBe(1);
      }
      expect((await list.table.boundingBox())?.width).toBeLessThanOrEqual(1032);
    });
  }
});

/** How many lines a text takes. */
function linesOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}
