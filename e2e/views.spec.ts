import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { test } from './test.ts';

/** Few rows: there is less for axe to go through. */
const few = '/datasets?desc=1&limit=5';

async function openViews(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Views' });
  await expect(panel.getByRole('textbox', { name: 'Name of this view' })).toBeVisible();
  return panel;
}

async function saveAs(panel: Locator, name: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Name of this view' }).fill(name);
  await panel.getByRole('button', { name: 'Save' }).click();
}

/** What another visit has left. */
async function keep(page: Page, text: string): Promise<void> {
  await page.addInitScript((stored) => {
    if (localStorage.getItem('setlist.views') === null) localStorage.setItem('setlist.views', stored);
  }, text);
}

test('a view is saved, opened, and marked while it is on screen, also after a reload', async ({ list, page }) => {
  await list.open('/datasets?limit=50&sort=-name&q=set-01&offset=50');
  const panel = await openViews(page);
  await saveAs(panel, '  The first   hundreds ');
  const link = panel.getByRole('link', { name: 'The first hundreds' });
  await expect(link).toHaveAttribute('aria-current', 'page');
  await list.open();
  await openViews(page);
  await expect(link).not.toHaveAttribute('aria-current');
  await link.click();
  await list.expectFirst('set-0199');
  expect(list.address()).toBe('/datasets?limit=50&sort=-name&q=set-01');
  await expect(panel).toBeHidden();
  await page.goBack();
  await list.expectFirst('set-1200');
});

test('a name is needed, and can be there once', async ({ list, page }) => {
  await list.open(few);
  const panel = await openViews(page);
  await saveAs(panel, ' ');
  await expect(panel.getByText('A view needs a name.')).toBeVisible();
  await saveAs(panel, 'Newest');
  await saveAs(panel, 'NEWEST');
  await expect(panel.getByText('There is a view of this name already.')).toBeVisible();
  await expectAccessible(page);
  await expect(panel.getByRole('link')).toHaveText(['Newest']);
});

test('a view is renamed, and deleted, which can be undone, by keyboard alone', async ({ list, page }) => {
  await list.open(few);
  await page.getByRole('button', { name: 'Views', exact: true }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Views' });
  const field = panel.getByRole('textbox', { name: 'Name of this view' });
  for (const name of ['One', 'Two', 'Three']) {
    await field.fill(name);
    await field.press('Enter');
  }
  await panel.getByRole('button', { name: 'Rename Two' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'New name of Two' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'Rename Two' })).toBeFocused();
  await page.keyboard.press('Enter');
  await panel.getByRole('textbox', { name: 'New name of Two' }).fill('Second');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('link')).toHaveText(['One', 'Second', 'Three']);
  await expect(panel.getByRole('button', { name: 'Rename Second' })).toBeFocused();

  await panel.getByRole('button', { name: 'Delete Second' }).press('Enter');
  await expect(panel.getByRole('link')).toHaveText(['One', 'Three']);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('link')).toHaveText(['One', 'Second', 'Three']);
  await expect(panel.getByRole('link', { name: 'Second' })).toBeFocused();

  await panel.getByRole('button', { name: 'Delete One' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.reload();
  await openViews(page);
  await expect(panel.getByRole('link')).toHaveText(['Second', 'Three']);
});

test('Escape gives up a word of a name that is being composed, and not the name', async ({ list, page }) => {
  await list.open(few);
  const panel = await openViews(page);
  await saveAs(panel, 'One');
  await panel.getByRole('button', { name: 'Rename One' }).click();
  const field = panel.getByRole('textbox', { name: 'New name of One' });
  await field.fill('One, two');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: '三', selectionStart: 1, selectionEnd: 1 });
  await page.keyboard.press('Escape');
  await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(field).toHaveValue('One, two');
  await expect(panel).toBeVisible();
});

test('a view is shared as a link', async ({ list, page, server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open('/datasets?limit=50&sort=name');
  const panel = await openViews(page);
  await saveAs(panel, 'By name');
  await panel.getByRole('button', { name: 'Copy link to By name' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${server.url}/datasets?limit=50&sort=name`);
});

test('a view that another tab saves is here when the views are opened again, and stays', async ({ list, page }) => {
  await list.open(few);
  const panel = await openViews(page);
  await expect(panel.getByText(/No view is saved yet/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const other = await page.context().newPage();
  await other.goto('/datasets?limit=5');
  const otherPanel = await openViews(other);
  await saveAs(otherPanel, 'There');
  await expect(otherPanel.getByRole('link')).toHaveText(['There']);
  await openViews(page);
  await expect(panel.getByRole('link')).toHaveText(['There']);
  await saveAs(panel, 'Here');
  await expect(otherPanel.getByRole('link')).toHaveText(['There', 'Here']);
  await page.reload();
  await openViews(page);
  await expect(panel.getByRole('link')).toHaveText(['There', 'Here']);
});

const aged = '/datasets?limit=50&sort=size,-name&q=set-01+colour:red';

for (const [way, open] of [
  [
    'saved',
    async (page: Page) => {
      await keep(page, JSON.stringify({ version: 1, views: [{ name: 'Aged', address: aged }] }));
      await page.goto('/datasets?desc=1&limit=50');
      await (await openViews(page)).getByRole('link', { name: 'Aged' }).click();
    },
  ],
  ['shared', (page: Page) => page.goto(aged)],
] as const) {
  test(`a ${way} view with an unknown column and filter opens, and says what it dropped`, async ({ list, page }) => {
    await open(page);
    await list.expectFirst('set-0199');
    await expect(list.header('Name')).toHaveAttribute('aria-sort', 'descending');
    await expect(
      page.getByText('Not understood in the address, so left out: sort=size', { exact: true }),
    ).toBeVisible();
    await expect(page.getByText(/Not understood in the search, so left out: colour:red/)).toBeVisible();
  });
}

for (const storage of ['full', 'forbidden'] as const) {
  test(`where storage is ${storage}, a view is there until the page is left, and that is said`, async ({
    list,
    page,
  }) => {
    await page.addInitScript((how) => {
      const refuse = () => {
        throw new DOMException(how, how === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      if (how === 'full') Storage.prototype.setItem = refuse;
      else Object.defineProperty(window, 'localStorage', { get: refuse });
    }, storage);
    await list.open(few);
    const panel = await openViews(page);
    const warning = panel.getByText(/views are gone when the page is left/);
    await expect(warning).toHaveCount(0);
    await saveAs(panel, 'For now');
    await expect(panel.getByRole('link', { name: 'For now' })).toBeVisible();
    await expect(warning).toBeVisible();
    await expectAccessible(page);
    await panel.getByRole('button', { name: 'Delete For now' }).click();
    await expect(warning).toHaveCount(0);
  });
}

for (const [what, stored] of [
  ['another version', '{"version":2,"views":[{"name":"Future","address":"/datasets"}]}'],
  ['nonsense', '<html>'],
] as const) {
  test(`views of ${what} are dropped`, async ({ list, page }) => {
    await keep(page, stored);
    await list.open(few);
    const panel = await openViews(page);
    await expect(panel.getByText(/No view is saved yet/)).toBeVisible();
    await expectAccessible(page);
  });
}

test('at 320 pixels all of it is in sight, whatever a view is called', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open(few);
  const panel = await openViews(page);
  await saveAs(panel, 'W'.repeat(60));
  await expect(panel.getByRole('link')).toHaveCount(1);
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  for (const button of await panel.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});
