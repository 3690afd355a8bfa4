import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { test } from './test.ts';

test.use({ collection: 'few' });

const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });
const q = (page: Page) => new URL(page.url()).searchParams.get('q');

test('a click of the second button on a value asks for it', async ({ list, page }) => {
  await list.open();
  await (await list.cell(list.row('eshop-items'), 'Owner')).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Owner: ada' })).toBeVisible();
  await expectAccessible(page);
  await item(page, 'Only this').click();
  await list.expectStatus('Page 1 of 1, 1 of 1 datasets found');
  expect(q(page)).toBe('owner:ada');

  await list.open();
  await (await list.cell(list.row('many-items'), 'Items')).click({ button: 'right' });
  await item(page, 'At most').click();
  expect(q(page)).toBe('items:<=1234');
  await (await list.cell(list.row('many-items'), 'Created')).click({ button: 'right' });
  await item(page, 'Same day').click();
  expect(q(page)).toBe('items:<=1234 created:2026-01-13');
  await list.expectStatus('Page 1 of 1, 1 of 1 datasets found');
  await (await list.cell(list.row('many-items'), 'Name')).click({ button: 'right' });
  await item(page, 'Not this').click();
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
});

test('the keyboard opens it on a row, walks over its values, and gets the focus back', async ({ list, page }) => {
  await list.open();
  const row = list.row('from-a-run');
  await row.focus();
  await expect(row).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Name: from-a-run' })).toBeVisible();
  await expect(item(page, 'Only this')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menu', { name: 'Items: 1' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(item(page, 'Copy')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(row).toBeFocused();

  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  expect(q(page)).toBe('-name:from-a-run');
});

test('what is no value has no menu', async ({ list, page }) => {
  await list.open();
  await (await list.cell(list.row('many-items'), 'Actor')).click({ button: 'right' });
  await (await list.cell(list.row('from-a-run'), 'Actor')).click({ button: 'right' });
  await expect(page.getByRole('menu')).toHaveAccessibleName('Actor: ActorOfTheRun0001');
});
