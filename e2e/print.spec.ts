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
  const lightness = await list.rows.first().evaluate((row) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('This browser draws nothing.');
    canvas.fillStyle = getComputedStyle(row).color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[0] ?? 255;
  });
  expect(lightness).toBeLessThan(128);
});
