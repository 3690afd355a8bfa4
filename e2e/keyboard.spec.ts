import { expect, type Locator } from '@playwright/test';
import { apiError, rewritten } from './faults.ts';
import { test } from './test.ts';

test('the arrow keys move through the rows, to the last and back', async ({ list, page }) => {
  await list.open();
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1200')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1199')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(list.row('set-1200')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(list.row('set-1200')).toBeFocused();
  await page.keyboard.press('End');
  await expect(list.row('set-1151')).toBeFocused();
  await expect(list.row('set-1151')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect(list.row('set-1200')).toBeFocused();
  await expect(list.row('set-1200')).toBeInViewport({ ratio: 1 });
});

test('a row below the others comes into sight, not under the header', async ({ list, page }) => {
  await list.open();
  for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1161')).toBeFocused();
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowUp');
  const row = await list.row('set-1191').boundingBox();
  const header = await list.header('Name').boundingBox();
  expect(row?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0) - 1);
});

test('the focus stays in the rows when the page is turned from a row that the next one does not show', async ({
  list,
  page,
}) => {
  await list.open();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(list.row('set-1151')).toBeFocused();
  await page.keyboard.press('n');
  await expect(list.row('set-1150')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1149')).toBeFocused();
});

test('after Retry by keyboard the focus is on the table, and the arrow keys go on to the rows', async ({
  list,
  page,
  server,
}) => {
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await page.goto('/datasets?desc=1&limit=50');
  const retry = page.getByRole('button', { name: 'Retry' });
  await retry.press('Enter');
  await expect(list.table).toBeFocused();
  expect(await isFramed(list.table)).toBe(true);
  await expect(retry).toBeVisible();
  server.heal();
  await retry.press('Enter');
  await list.expectFirst('set-1200');
  await expect(list.table).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list.row('set-1200')).toBeFocused();
  expect(await isFramed(list.table)).toBe(false);
});

test('after an error beside the rows, and after Clear filters, the focus is on the table too', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await list.refresh.press('Enter');
  await expect(list.refresh).toBeFocused();
  const retry = page.getByRole('button', { name: 'Retry' });
  // Before the request has come to the server, a server that works again would answer it.
  await expect(retry).toBeVisible();
  server.heal();
  await retry.press('Enter');
  await expect(page.getByRole('heading', { name: /the server failed/i })).toHaveCount(0);
  await expect(list.table).toBeFocused();
  // What follows is not for the request that Retry has sent.
  await expect(list.refresh).toHaveAttribute('aria-busy', 'false');

  server.fail(rewritten((all) => ({ ...all, total: 0, count: 0, items: [] })));
  await list.ownershipChoice('Shared with me').check();
  const clear = page.getByRole('button', { name: 'Clear filters' });
  await expect(clear).toBeVisible();
  server.heal();
  await clear.press('Enter');
  await list.expectFirst('set-1200');
  await expect(list.table).toBeFocused();
});

test('c copies the id of the row', async ({ list, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Named000000001199');
});

test('? shows the keys', async ({ list, page }) => {
  await list.open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: /keys|keyboard/i });
  await expect(dialog).toBeVisible();
  for (const key of ['n', 'p', 'r', 'c', '?']) await expect(dialog.getByText(key, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the single keys can be switched off, and that lasts', async ({ list, page }) => {
  await list.open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: /keys|keyboard/i });
  await dialog.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await page.reload();
  await list.expectFirst('set-1200');
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(dialog).toHaveCount(0);
  await list.expectStatus(/Page 1 of/);
  expect(list.address()).toBe('/datasets?desc=1&limit=50');

  // Still there by the pointer, and back on again.
  await page.getByRole('button', { name: /keys|keyboard/i }).click();
  await dialog.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await list.expectFirst('set-1150');
});

test('the single keys are off here too once another tab has switched them off', async ({ list, page }) => {
  await list.open();
  await page.keyboard.press('n');
  await list.expectFirst('set-1150');
  const other = await page.context().newPage();
  await other.goto('/datasets?desc=1&limit=5');
  await other.getByRole('button', { name: /keys|keyboard/i }).click();
  await other
    .getByRole('dialog', { name: /keys|keyboard/i })
    .getByRole('switch')
    .click();
  await other.close();
  await page.keyboard.press('p');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: /keys|keyboard/i }).click();
  await expect(page.getByRole('switch', { name: /single/i })).not.toBeChecked();
  expect(list.address()).toBe('/datasets?desc=1&limit=50&offset=50');
});

test('the keys are letters where text is typed, and nothing with a modifier', async ({ list, page }) => {
  await list.open();
  await list.pageField.fill('');
  await list.pageField.pressSequentially('n');
  await expect(list.pageField).toHaveValue('n');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
  await list.heading.click();
  await page.keyboard.press('Alt+n');
  await list.api.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
});

test('everything is reached by Tab, and seen where the focus is', async ({ list, page }) => {
  await list.open();
  await list.heading.click();
  const reached = new Set<string>();
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const marked = element.matches('input[type=radio], input[type=checkbox]')
        ? (element.parentElement ?? element)
        : element;
      const styles = [element, marked, ...marked.querySelectorAll('*')].map((one) => getComputedStyle(one));
      const name =
        element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '';
      const isMarked = styles.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      );
      return {
        name: name.trim() || (element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent) || '',
        isMarked,
      };
    });
    if (stop === undefined) continue;
    expect(stop.isMarked, `the focus is seen at "${stop.name}"`).toBe(true);
    reached.add(stop.name);
  }
  const names = [...reached].join('\n');
  for (const name of [
    'API',
    'Theme',
    'All',
    'Include unnamed',
    'Newest first',
    'Columns',
    'Refresh',
    'Created',
    'Next page',
    'Last page',
    'Page',
    'Rows per page',
  ]) {
    expect(names).toContain(name);
  }
});

/** Whether there is a line around the frame that a table scrolls in. */
function isFramed(table: Locator): Promise<boolean> {
  return table.evaluate((element) => {
    const frame = element.parentElement?.parentElement;
    return frame instanceof Element && getComputedStyle(frame, '::after').outlineStyle === 'solid';
  });
}
