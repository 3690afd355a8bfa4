import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { test } from './test.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search datasets' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const option = (page: Page, name: string | RegExp) => suggestions(page).getByRole('option', { name });
const q = (page: Page) => new URL(page.url()).searchParams.get('q');

test('keys, then values with their numbers, are chosen with the arrow keys', async ({ list, page }) => {
  await list.open();
  await search(page).pressSequentially('ow');
  await expect(option(page, /^owner:/).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, /^owner:/).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('owner:');
  await expect(option(page, 'owner:ada 120')).toBeVisible();
  await expect(option(page, 'owner:me 1,080')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('ad');
  await expect(suggestions(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  const chosen = await search(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${chosen}"]`)).toHaveText(/owner:ada/);
  await page.keyboard.press('Tab');
  await expect(search(page)).toHaveValue('owner:ada ');
  await expect(search(page)).toBeFocused();
  await list.expectStatus(/of 120 datasets found/);
  await page.keyboard.type('items:0');
  await list.expectStatus(/of 60 datasets found/);
  expect(q(page)).toBe('owner:ada items:0');
});

test('a click chooses too, and the text behind the caret stays', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&q=is:+set-1');
  await search(page).focus();
  await page.keyboard.press('Home');
  for (const _ of 'is:') await page.keyboard.press('ArrowRight');
  await page.keyboard.type('em');
  await option(page, /^is:empty/).click();
  await expect(search(page)).toHaveValue('is:empty set-1');
  await expect(search(page)).toBeFocused();
});

test('Escape gives up a word that is being composed, and not the search', async ({ list, page }) => {
  await list.open();
  const search = page.getByRole('searchbox', { name: 'Search datasets' });
  await search.pressSequentially('ow');
  await expect(page.getByRole('option', { name: 'owner:' })).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: '東', selectionStart: 1, selectionEnd: 1 });
  await expect(search).toHaveValue('ow東');
  await page.keyboard.press('Escape');
  await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(search).toHaveValue('ow');
});

test('Escape closes them first, and then clears the search; leaving the field closes them', async ({ list, page }) => {
  await list.open();
  await search(page).pressSequentially('is:');
  await expect(option(page, /^is:unnamed/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toBeHidden();
  await expect(search(page)).toHaveValue('is:');
  await page.keyboard.press('ArrowDown');
  await expect(option(page, /^is:unnamed/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await search(page).pressSequentially('is:');
  await expect(option(page, /^is:unnamed/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(suggestions(page)).toHaveCount(0);
});

test('what is not understood is explained under the field', async ({ list, page }) => {
  await list.open();
  await search(page).pressSequentially('items:many ');
  await expect(page.locator('.suggestions')).toContainText('items:many This needs a whole number');
  await expectAccessible(page);
});
