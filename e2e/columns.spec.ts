import { expect, type Locator } from '@playwright/test';
import { Hold } from './faults.ts';
import { test } from './test.ts';

test.use({ collection: 'few' });

test('a hidden column stays hidden over a reload, and comes back', async ({ list, page }) => {
  await list.open();
  await list.columns.click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('checkbox', { name: 'Accessed' }).uncheck();
  await expect(list.header('Accessed')).toHaveCount(0);
  await page.reload();
  await expect(list.header('Created')).toBeVisible();
  await expect(list.header('Accessed')).toHaveCount(0);
  await list.columns.click();
  await menu.getByRole('checkbox', { name: 'Accessed' }).check();
  await expect(list.header('Accessed')).toBeVisible();
});

test('the first column cannot be hidden', async ({ list, page }) => {
  await list.open();
  await list.columns.click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await expect(menu.getByRole('checkbox', { name: 'ID', exact: true })).toBeEnabled();
  await expect(menu.getByRole('checkbox', { name: 'Name' })).toBeDisabled();
});

test('a column moved by keyboard stays where it was put', async ({ list, page }) => {
  await list.open();
  await list.columns.click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('button', { name: 'Move Owner up' }).press('Enter');
  await expect.poll(() => list.columnNames()).toEqual(withOwnerBefore('Accessed'));
  await page.reload();
  await expect(list.header('Created')).toBeVisible();
  expect(await list.columnNames()).toEqual(withOwnerBefore('Accessed'));
});

test('a column dragged by its header takes the place of the one that it is dropped on', async ({ list, page }) => {
  await list.open();
  await drag(list.header('Owner'), list.header('Accessed'), async () => {
    expect(await markOf(list.header('Accessed'))).toMatch(/^3px/);
    expect(await markOf(list.header('Modified'))).not.toMatch(/^3px/);
  });
  await expect.poll(() => list.columnNames()).toEqual(withOwnerBefore('Accessed'));
  expect(await markOf(list.header('Accessed'))).not.toMatch(/^3px/);
  await page.reload();
  await expect(list.header('Created')).toBeVisible();
  expect(await list.columnNames()).toEqual(withOwnerBefore('Accessed'));
  await drag(list.header('Owner'), list.header('Accessed'));
  await expect.poll(() => list.columnNames()).toEqual(withOwnerBefore('Actor'));
});

test('a column dragged before the first comes after it, and the first stays', async ({ list }) => {
  await list.open();
  await drag(list.header('Owner'), list.header('Name'));
  await expect.poll(() => list.columnNames()).toEqual(withOwnerBefore('ID'));
  await drag(list.header('Name'), list.header('Items'));
  expect(await list.columnNames()).toEqual(withOwnerBefore('ID'));
});

test('dragging the header that sorts does not sort, and clicking it does', async ({ list }) => {
  await list.open();
  const before = list.address();
  await drag(list.header('Created').getByRole('button'), list.header('Modified'));
  await expect.poll(async () => (await list.columnNames()).indexOf('Created')).toBe(5);
  expect(list.address()).toBe(before);
  await list.header('Created').getByRole('button').click();
  await expect.poll(() => list.address()).not.toBe(before);
});

test('a drag is called off by Escape, and what is scrolled by a finger is not moved', async ({ list, page }) => {
  await list.open();
  const before = await list.columnNames();
  await drag(list.header('Owner'), list.header('Accessed'), () => page.keyboard.press('Escape'));
  expect(await list.columnNames()).toEqual(before);
  const finger = { pointerType: 'touch', pointerId: 7, button: 0, buttons: 1, bubbles: true };
  await list.header('Owner').dispatchEvent('pointerdown', { ...finger, clientX: 900 });
  await list.header('Owner').dispatchEvent('pointermove', { ...finger, clientX: 300 });
  await list.header('Owner').dispatchEvent('pointerup', { ...finger, clientX: 300 });
  expect(await list.columnNames()).toEqual(before);
});

test('a column that is dragged before it can be follows the hand once it can', async ({ list, page, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: ({ pathname }) => pathname.includes('/drag-column-') });
  await list.open();
  await drag(list.header('Owner'), list.header('Accessed'), async (at) => {
    expect(await markOf(list.header('Accessed'))).not.toMatch(/^3px/);
    hold.release();
    const follow = async () => {
      for (const x of [at.x + 1, at.x]) await page.mouse.move(x, at.y);
      return markOf(list.header('Accessed'));
    };
    await expect.poll(follow).toMatch(/^3px/);
  });
  await expect.poll(() => list.columnNames()).toEqual(withOwnerBefore('Accessed'));
});

test('an edge that is pulled before it can be follows the hand once it can', async ({ list, page, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: ({ pathname }) => pathname.includes('/resize-column-') });
  await list.open();
  const header = list.header('Name');
  const { before, at } = await grabEdge(header);
  const pull = async () => {
    for (const byPx of [50, 60]) await page.mouse.move(at.x + byPx, at.y);
    return Math.abs((await widthOf(header)) - before - 60);
  };
  expect(await pull()).toBe(60);
  hold.release();
  await expect.poll(pull).toBeLessThan(2);
  await page.mouse.up();
  await page.reload();
  await expect.poll(async () => Math.abs((await widthOf(header)) - before - 60)).toBeLessThan(2);
});

test('a column is made wider by its edge, and stays so', async ({ list, page }) => {
  await list.open();
  const header = list.header('Name');
  const { before, at } = await grabEdge(header);
  await page.mouse.move(at.x + 60, at.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await widthOf(header)) - before - 60)).toBeLessThan(2);
  await page.reload();
  await expect.poll(async () => Math.abs((await widthOf(header)) - before - 60)).toBeLessThan(2);
});

test('a column is made wider by the arrow keys', async ({ list }) => {
  await list.open();
  const before = await widthOf(list.header('Name'));
  await list.header('Name').getByRole('separator').focus();
  await list.page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(list.header('Name'))).toBeGreaterThan(before);
});

test('a column is made wider and narrower by buttons, without pulling', async ({ list, page }) => {
  await list.open();
  await list.columns.click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await expect(menu.getByRole('button', { name: 'Make Created wider' })).toBeVisible();
  const before = await widthOf(list.header('Created'));
  await menu.getByRole('button', { name: 'Make Created wider' }).click();
  await menu.getByRole('button', { name: 'Make Created wider' }).click();
  await expect.poll(async () => Math.abs((await widthOf(list.header('Created'))) - before - 32)).toBeLessThan(2);
  await menu.getByRole('button', { name: 'Make Created narrower' }).click();
  await expect.poll(async () => Math.abs((await widthOf(list.header('Created'))) - before - 16)).toBeLessThan(2);
  await menu.getByRole('checkbox', { name: 'Created' }).uncheck();
  await expect(menu.getByRole('button', { name: 'Make Created wider' })).toBeDisabled();
});

test('the choice of columns can be taken back', async ({ list, page }) => {
  await list.open();
  const before = await list.columnNames();
  await list.columns.click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('checkbox', { name: 'Run' }).uncheck();
  await menu.getByRole('button', { name: 'Reset columns' }).click();
  await expect.poll(() => list.columnNames()).toEqual(before);
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pulls one part onto the middle of another with the mouse; `midway` happens there, before it is let go. */
async function drag(part: Locator, onto: Locator, midway?: (at: Point) => Promise<void>): Promise<void> {
  const { mouse } = part.page();
  await part.hover();
  await mouse.down();
  const at = await middleOf(onto);
  await mouse.move(at.x, at.y, { steps: 5 });
  await midway?.(at);
  await mouse.up();
}

/** Presses the mouse on the edge of a column: where that is, and how wide the column was. */
async function grabEdge(header: Locator): Promise<{ before: number; at: Point }> {
  const { mouse } = header.page();
  const before = await widthOf(header);
  const at = await middleOf(header.getByRole('separator'));
  await mouse.move(at.x, at.y);
  await mouse.down();
  return { before, at };
}

async function middleOf(part: Locator): Promise<Point> {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not on screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The width of the mark that says where a dragged column would go; `auto` where there is none. */
function markOf(header: Locator): Promise<string> {
  return header.evaluate((cell) => getComputedStyle(cell, '::before').width);
}

function withOwnerBefore(column: string): string[] {
  const others = ['Name', 'ID', 'Items', 'Clean items', 'Created', 'Modified', 'Accessed', 'Actor', 'Run'];
  return others.flatMap((name) => (name === column ? ['Owner', name] : [name]));
}

async function widthOf(part: Locator): Promise<number> {
  return (await part.boundingBox())?.width ?? 0;
}
