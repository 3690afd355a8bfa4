import { expect, type Locator } from '@playwright/test';
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

test('a column is made wider by its edge, and stays so', async ({ list, page }) => {
  await list.open();
  const header = list.header('Name');
  const before = await widthOf(header);
  const edge = await header.getByRole('separator').boundingBox();
  if (!edge) throw new Error('The edge of the column is not on screen.');
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + edge.height / 2, { steps: 4 });
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

function withOwnerBefore(column: string): string[] {
  const others = ['Name', 'ID', 'Items', 'Clean items', 'Created', 'Modified', 'Accessed', 'Actor', 'Run'];
  return others.flatMap((name) => (name === column ? ['Owner', name] : [name]));
}

async function widthOf(part: Locator): Promise<number> {
  return (await part.boundingBox())?.width ?? 0;
}
