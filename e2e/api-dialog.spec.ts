import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { test } from './test.ts';

const view = '/datasets?ownership=ownedByMe&desc=1&limit=50&offset=100';

test('this view as curl, which answers what is on screen', async ({ list, page, server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open(view);
  await list.api.click();
  const dialog = page.getByRole('dialog', { name: /program/ });
  await dialog.getByRole('button', { name: /copy.*curl/i }).click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain(`${server.url}/v2${view}`);

  const { stdout } = await promisify(execFile)('sh', ['-c', command]);
  const answered: { data: { offset: number; items: { name: string }[] } } = JSON.parse(stdout);
  expect(answered.data.offset).toBe(100);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await list.expectFirst(answered.data.items[0]?.name ?? 'a name');
});

test('that something is copied is said inside the dialog, outside of which nothing is heard', async ({
  list,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open(view);
  await list.rows.first().getByRole('button', { name: 'Copy ID' }).click();
  const said = page.getByRole('paragraph').filter({ hasText: /^Copied$/ });
  await expect(said).toHaveCount(1);
  await list.api.click();
  const dialog = page.getByRole('dialog', { name: /program/ });
  await dialog.getByRole('button', { name: /copy.*curl/i }).click();
  await expect(dialog.getByRole('paragraph').filter({ hasText: /^Copied$/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await list.rows.first().getByRole('button', { name: 'Copy ID' }).click();
  await expect(said).toHaveCount(1);
});

test('this view as JavaScript and Python for the official clients', async ({ list, page, server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open(view);
  await list.api.click();
  const dialog = page.getByRole('dialog', { name: /program/ });
  await dialog.getByRole('button', { name: /copy.*javascript/i }).click();
  const javaScript = await page.evaluate(() => navigator.clipboard.readText());
  expect(javaScript).toContain("import { ApifyClient } from 'apify-client';");
  expect(javaScript).toContain(`baseUrl: '${server.url}'`);
  expect(javaScript).toContain("list({ ownership: 'ownedByMe', desc: true, limit: 50, offset: 100 })");

  await dialog.getByRole('button', { name: /copy.*python/i }).click();
  const python = await page.evaluate(() => navigator.clipboard.readText());
  expect(python).toContain(`api_url='${server.url}'`);
  expect(python).toContain("list(ownership='ownedByMe', desc=True, limit=50, offset=100)");
});

test.describe('for who is signed in', () => {
  test.use({ requireToken: true });

  test('a placeholder stands for the token', async ({ list, page, token }) => {
    await page.goto(view);
    await page.getByRole('textbox', { name: 'API token' }).fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await list.expectStatus(/of 1,080 datasets/);
    await list.api.click();
    const dialog = page.getByRole('dialog', { name: /program/ });
    await expect(dialog).toContainText('Authorization: Bearer');
    await expect(dialog).not.toContainText(token);
  });
});

test('on a narrow screen all of it can be read, and every copy button is in reach', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open(view);
  await list.api.click();
  const dialog = page.getByRole('dialog', { name: /program/ });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  const text = await dialog.getByText('YOUR_API_TOKEN').first().boundingBox();
  for (const copy of await dialog.getByRole('button', { name: /copy/i }).all()) {
    await copy.scrollIntoViewIfNeeded();
    await expect(copy).toBeInViewport({ ratio: 1 });
    expect(endOf(await copy.boundingBox())).toBeLessThanOrEqual(endOf(text) + 1);
  }
});

function endOf(box: { readonly x: number; readonly width: number } | null): number {
  if (!box) throw new Error('It is not on screen.');
  return box.x + box.width;
}
