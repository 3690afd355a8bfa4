import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { cappedAt } from './faults.ts';
import { test } from './test.ts';

/** Opens the dialog by keys, writes a date and asks for it. */
async function goTo(page: Page, date: string): Promise<void> {
  await page.getByRole('button', { name: 'Go to date' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Date', { exact: true }).fill(date);
  await page.keyboard.press('Enter');
}

/** The rows that are not above or below what is scrolled to. */
const rowsInSight = (page: Page) =>
  page.getByRole('table', { name: 'Datasets' }).evaluate((table) => {
    const top = table.querySelector('th')?.getBoundingClientRect().bottom ?? 0;
    const bottom = table.parentElement?.getBoundingClientRect().bottom ?? 0;
    const boxes = [...table.querySelectorAll('tbody tr')].map((row) => ({ row, box: row.getBoundingClientRect() }));
    return boxes.flatMap(({ row, box }) => (box.top >= top - 1 && box.bottom <= bottom ? (row.textContent ?? '') : []));
  });

for (const { order, desc, first, offset } of [
  // In Prague, where the browser is, the day is from 23:00 UTC to 23:00 UTC: `set-0325` to `set-0348`.
  { order: 'newest first', desc: '&desc=1', first: 'set-0348', offset: 852 },
  { order: 'oldest first', desc: '', first: 'set-0325', offset: 324 },
]) {
  test(`finds the page of a day by a handful of requests, ${order}`, async ({ list, page, server }) => {
    // More than twenty pages: nothing is loaded by itself.
    server.fail(cappedAt(30));
    await page.addInitScript(() => localStorage.setItem('setlist.timeline', 'off'));
    await list.open(`/datasets?limit=50${desc}`);
    await expect(list.rows.first()).toBeVisible();
    const before = server.listRequests.length;
    await goTo(page, '2025-12-10');
    await expect(
      page.getByText(/^The (first|last) dataset of December 10, 2025 is row [\d,]+ of 1,200\.$/),
    ).toBeVisible();
    await expect.poll(() => rowsInSight(page)).toContainEqual(expect.stringContaining(first));
    expect(new URL(page.url()).searchParams.get('offset')).toBe(String(Math.floor(offset / 30) * 30));
    expect(new URL(page.url()).hash).toMatch(/^#row=/);
    // The search, the page itself and the one after it.
    expect(server.listRequests.length - before).toBeLessThanOrEqual(8);
    await expect(page.getByText('this page')).toBeVisible();
  });
}

test('answers from the collection where that is loaded', async ({ list, page, server }) => {
  await list.open();
  await expect(page.getByText('all 1,200')).toBeVisible();
  const before = server.listRequests.length;
  await goTo(page, '2025-12-10');
  await expect.poll(() => rowsInSight(page)).toContainEqual(expect.stringContaining('set-0348'));
  const asked = server.listRequests.slice(before).filter((path) => !path.includes('limit=1&'));
  // The page, and the one after it with a row of this one.
  expect(asked.every((path) => /offset=(850|899)\b/.test(path))).toBe(true);
});

for (const { date, says, first } of [
  { date: '2020-02-29', says: /^February 29, 2020 is before the first dataset\./, first: 'set-0' },
  { date: '2030-01-01', says: /^January 1, 2030 is after the last dataset\./, first: 'set-1200' },
]) {
  test(`goes to the nearest where there is nothing: ${date}`, async ({ list, page }) => {
    await list.open();
    await goTo(page, date);
    await expect(page.getByText(says)).toBeVisible();
    await list.expectFirst(first);
  });
}

test('puts the list in the order that has dates, and says so', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&sort=name');
  await expect(page.getByText('all 1,200')).toBeVisible();
  await goTo(page, '2025-12-10');
  await expect(page.getByText(/The list is newest first again\.$/)).toBeVisible();
  await expect(list.newestFirst).toBeChecked();
});

test('a date that is none, and a server that fails, are told in words', async ({ list, page, server }) => {
  server.fail(cappedAt(30));
  await list.open();
  await goTo(page, '');
  await expect(page.getByText('Choose a day, month and year.')).toBeVisible();
  await expectAccessible(page);
  server.fail(({ response }) => void response.writeHead(500).end());
  await page.getByLabel('Date', { exact: true }).fill('2025-12-10');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page.getByText(/^The server failed\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Go to date' })).toBeFocused();
});
