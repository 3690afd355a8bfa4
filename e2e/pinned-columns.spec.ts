import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { test } from './test.ts';

test.use({ collection: 'few', viewport: { width: 900, height: 700 } });

function columnsPanel(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Columns' });
}

/** Scrolls the table sideways as far as it goes. */
async function scrollAside(table: Locator): Promise<void> {
  await table.evaluate((element) => {
    const scroller = element.closest('.table-scroller');
    if (scroller) scroller.scrollLeft = scroller.scrollWidth;
  });
}

async function boxOf(part: Locator): Promise<{ left: number; right: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not on screen.');
  return { left: box.x, right: box.x + box.width };
}

/** Expects a column to stand right beside the one before it, its header and its cells. */
async function expectBeside(column: Locator, before: Locator): Promise<void> {
  expect(Math.abs((await boxOf(column)).left - (await boxOf(before)).right)).toBeLessThan(1.5);
}

test('a column that is pinned in the panel stays in sight when the table is scrolled sideways, and lasts', async ({
  list,
  page,
}) => {
  await list.open();
  await list.columns.click();
  const pin = columnsPanel(page).getByRole('button', { name: 'Pin Created' });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const inSight = async () => {
    expect((await list.columnNames()).slice(0, 3)).toEqual(['Name', 'Created', 'ID']);
    await scrollAside(list.table);
    await expect(list.header('Run')).toBeInViewport({ ratio: 0.9 });
    await expectBeside(list.header('Created'), list.header('Name'));
    const row = list.rows.first();
    await expectBeside(await list.cell(row, 'Created'), await list.cell(row, 'Name'));
    // What is scrolled goes under it.
    const { left, right } = await boxOf(list.header('Created'));
    const at = await list
      .header('Created')
      .evaluate(
        (_, x) =>
          document
            .elementFromPoint(x, document.querySelector('tbody td')?.getBoundingClientRect().y ?? 0)
            ?.closest('td')?.cellIndex,
        (left + right) / 2,
      );
    expect(at).toBe(1);
  };
  await inSight();
  await page.reload();
  await expect(list.header('Created')).toBeVisible();
  await inSight();
});

test('by keyboard columns are pinned, moved among the pinned, and let go', async ({ list, page }) => {
  await list.open();
  const before = await list.columnNames();
  await list.columns.press('Enter');
  const panel = columnsPanel(page);
  await panel.getByRole('button', { name: 'Pin Owner' }).press('Enter');
  await panel.getByRole('button', { name: 'Pin Items', exact: true }).press('Space');
  await expect.poll(async () => (await list.columnNames()).slice(0, 4)).toEqual(['Name', 'Owner', 'Items', 'ID']);
  const up = panel.getByRole('button', { name: 'Move Items up', exact: true });
  await up.press('Enter');
  await expect.poll(async () => (await list.columnNames()).slice(0, 4)).toEqual(['Name', 'Items', 'Owner', 'ID']);
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  // No further than beside those that stay.
  await expect(panel.getByRole('button', { name: 'Move ID up' })).toHaveAttribute('aria-disabled', 'true');
  const name = panel.getByRole('button', { name: 'Pin Name' });
  await expect(name).toHaveAttribute('aria-pressed', 'true');
  await expect(name).toBeDisabled();
  for (const column of ['Owner', 'Items']) {
    const pin = panel.getByRole('button', { name: `Pin ${column}`, exact: true });
    await pin.press('Enter');
    await expect(pin).toBeFocused();
    await expect(pin).toHaveAttribute('aria-pressed', 'false');
  }
  await expect.poll(() => list.columnNames()).toEqual(before);
});

test('a column dragged over those that stay comes right after them', async ({ list, page }) => {
  await list.open();
  await list.columns.click();
  await columnsPanel(page).getByRole('button', { name: 'Pin ID' }).click();
  await page.keyboard.press('Escape');
  await list.header('Clean items').hover();
  await page.mouse.down();
  const { left, right } = await boxOf(list.header('ID'));
  const y = (await list.header('ID').boundingBox())?.y ?? 0;
  await page.mouse.move((left + right) / 2, y + 10, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await list.columnNames()).slice(0, 3)).toEqual(['Name', 'ID', 'Clean items']);
});

test('columns that were chosen when they had other names are still understood', async ({ list, page }) => {
  await page.addInitScript(() => {
    const hidden = ['clean-items', 'actor', 'run'];
    localStorage.setItem(
      'setlist.columns',
      JSON.stringify({ version: 1, order: ['modified', 'items'], hidden, widthsPx: { created: 300 } }),
    );
  });
  await list.open();
  await expect
    .poll(() => list.columnNames())
    .toEqual(['Name', 'ID', 'Modified', 'Accessed', 'Owner', 'Items', 'Created']);
  expect(Math.round((await list.header('Created').boundingBox())?.width ?? 0)).toBe(300);
});

test('in one long scroll pinned columns stay in sight too', async ({ list, page }) => {
  await page.addInitScript(() => localStorage.setItem('setlist.reading', 'scroll'));
  await list.open();
  await expect(page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
  await list.columns.click();
  await columnsPanel(page).getByRole('button', { name: 'Pin ID' }).click();
  await page.keyboard.press('Escape');
  await scrollAside(list.table);
  await expect(list.header('Run')).toBeInViewport({ ratio: 0.9 });
  const row = list.rows.first();
  await expectBeside(await list.cell(row, 'ID'), await list.cell(row, 'Name'));
});

test.describe('where there is no room for them', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('pinned columns scroll with the rest, and lie over nothing', async ({ list, page }) => {
    await list.open();
    await list.columns.click();
    await columnsPanel(page).getByRole('button', { name: 'Pin ID' }).click();
    await page.keyboard.press('Escape');
    await scrollAside(list.table);
    await expect(list.header('Run')).toBeInViewport();
    await expect(list.header('ID')).not.toBeInViewport({ ratio: 0.1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 900, height: 640 });
    await scrollAside(list.table);
    await expectBeside(list.header('ID'), list.header('Name'));
  });
});
