import { expect, type Page } from '@playwright/test';
import { test } from './test.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`the system's ${scheme} theme is followed`, async ({ list, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await list.open();
    expect(await isDark(page)).toBe(scheme === 'dark');
    const other = scheme === 'dark' ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme: other });
    await expect.poll(() => isDark(page)).toBe(other === 'dark');
  });

  test(`a choice of ${scheme} holds against the system, and is there before the first paint`, async ({
    list,
    page,
  }) => {
    const other = scheme === 'dark' ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme: other });
    await list.open();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('radio', { name: scheme, exact: false }).check();
    await expect.poll(() => isDark(page)).toBe(scheme === 'dark');

    // Notes the colours at every frame from the very first on: a flash is a frame in the other theme.
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seenColours: seen });
      const note = () => {
        if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    });
    await page.reload();
    await list.expectFirst('set-1200');
    const seen = await page.evaluate(() => [
      ...new Set((window as Window & { seenColours?: string[] }).seenColours ?? []),
    ]);
    expect(seen).toEqual([await backgroundOf(page)]);
    expect(await isDark(page)).toBe(scheme === 'dark');
  });
}

test('System takes the choice back', async ({ list, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await list.open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => isDark(page)).toBe(true);
  await page.getByRole('radio', { name: 'System' }).check();
  await expect.poll(() => isDark(page)).toBe(false);
});

test('a choice holds in every tab at once', async ({ list, page, context }) => {
  await list.open();
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => isDark(other)).toBe(true);
});

function backgroundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** Whether the page's background is nearer to black than to white, as painted. */
async function isDark(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('This browser draws nothing.');
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return red + green + blue < 384;
  });
}
