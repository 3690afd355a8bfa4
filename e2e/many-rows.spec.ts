import { expect } from '@playwright/test';
import { test } from './test.ts';

test('of 1,000 rows only those in sight are in the document, and the last is reached by scrolling', async ({
  list,
  page,
}) => {
  await list.open('/datasets?desc=1');
  await list.expectStatus('Page 1 of 2, 1,000 of 1,200 datasets, newest first');
  expect(await list.rows.count()).toBeLessThan(100);
  await list.table.hover();
  await page.mouse.wheel(0, 40_000);
  await expect(list.row('set-0201')).toBeInViewport({ ratio: 1 });
  expect(await list.rows.count()).toBeLessThan(100);
  await expect(list.row('set-0201')).toHaveAttribute('aria-rowindex', '1001');
  await page.mouse.wheel(0, -40_000);
  await expect(list.row('set-1200')).toBeInViewport({ ratio: 1 });
});

test('wherever one scrolls to there are rows, in order and without a gap', async ({ list, page }) => {
  await list.open('/datasets?desc=1');
  await list.table.hover();
  for (const scrolled of [3_333, 7_777, 5_000, -9_000]) {
    await page.mouse.wheel(0, scrolled);
    await expect(async () => {
      const names = await list.rows.evaluateAll((rows) =>
        rows.map((row) => row.querySelector('td')?.textContent.trim() ?? ''),
      );
      const numbers = names.map((name) => Number(name.slice('set-'.length)));
      expect(numbers.length).toBeGreaterThan(10);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) - index));
      const frame = await list.table.locator('xpath=..').boundingBox();
      const first = await list.rows.first().boundingBox();
      const last = await list.rows.last().boundingBox();
      expect(first?.y).toBeLessThanOrEqual((frame?.y ?? 0) + 34);
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeGreaterThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0) - 34);
    }).toPass();
  }
});
