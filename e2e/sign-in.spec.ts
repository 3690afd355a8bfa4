import { expect, type Page } from '@playwright/test';
import { apiError } from './faults.ts';
import { test } from './test.ts';

test.use({ requireToken: true });

const address = '/datasets?desc=1&limit=50&offset=100';

test('without a token a page asks for one and says where it comes from', async ({ page, list }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: /sign in/i })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await expect(page.getByText(/setlist user add/)).toBeVisible();
  await expect(list.table).toHaveCount(0);
});

test('a token leads to the page that was asked for, and to nowhere else', async ({
  page,
  list,
  server,
  token,
  context,
}) => {
  await page.goto(address);
  await signIn(page, token);
  await list.expectFirst('set-1100');
  expect(list.address()).toBe(address);
  await expect(page.getByText('grace', { exact: true })).toBeVisible();
  expect(server.requests.map(({ path }) => path).join('\n')).not.toContain(token);
  expect(page.url()).not.toContain(token);
  expect(server.requests.filter(({ authorization }) => authorization === `Bearer ${token}`)).not.toEqual([]);

  await page.reload();
  await list.expectFirst('set-1100');
  const anotherTab = await context.newPage();
  await anotherTab.goto(address);
  await expect(anotherTab.getByRole('textbox', { name: 'API token' })).toBeVisible();
});

test('if asked, a token is kept on this device', async ({ page, list, token, context }) => {
  await page.goto(address);
  await page.getByRole('checkbox', { name: /on this device/i }).check();
  await signIn(page, token);
  await list.expectFirst('set-1100');
  const anotherTab = await context.newPage();
  await anotherTab.goto(address);
  await expect(anotherTab.getByRole('row', { name: /set-1100/ })).toBeVisible();
});

test('who is signed in asks for the rows once', async ({ page, list, server, token }) => {
  await page.goto(address);
  await signIn(page, token);
  await list.expectFirst('set-1100');
  const asked = server.listRequests.length;
  await page.reload();
  await list.expectFirst('set-1100');
  const rows = server.listRequests.slice(asked).filter((path) => path === '/v2/datasets?desc=1&limit=50&offset=100');
  expect(rows).toHaveLength(1);
});

test('a wrong token is refused in words, and can be corrected', async ({ page, list, token }) => {
  await page.goto(address);
  await signIn(page, 'no-such-token');
  await expect(page.getByText(/not (valid|accepted|known)|does not know/i).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await signIn(page, token);
  await list.expectFirst('set-1100');
});

test('a token that may not ask whose it is still leads to the list', async ({ page, list, server, token }) => {
  const refusal = { type: 'insufficient-permissions', message: 'Insufficient permissions.' };
  server.fail(apiError(403, refusal), { matches: ({ pathname }) => pathname === '/v2/users/me' });
  await page.goto(address);
  await signIn(page, token);
  await list.expectFirst('set-1100');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('nothing is sent for an empty token', async ({ page, server }) => {
  await page.goto(address);
  const field = page.getByRole('textbox', { name: 'API token' });
  await expect(field).toBeVisible();
  const asked = server.requests.length;
  await field.fill('   ');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(field).toBeVisible();
  expect(server.requests).toHaveLength(asked);
});

test('sign out is one click, and forgets what was on screen', async ({ page, list, token }) => {
  await page.goto(address);
  await page.getByRole('checkbox', { name: /on this device/i }).check();
  await signIn(page, token);
  await list.expectFirst('set-1100');
  await page.getByRole('button', { name: /sign out/i }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await expect(page.getByText('set-1100')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
    'set-1100',
  );
});

test('a token that is revoked leads back to the sign-in, and on to the same page', async ({
  page,
  list,
  token,
  server,
}) => {
  await page.goto(address);
  await signIn(page, token);
  await list.expectFirst('set-1100');
  const message = 'User was not found or authentication token is not valid';
  server.fail(apiError(401, { type: 'user-or-token-not-found', message }));
  await list.refresh.click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  server.heal();
  await signIn(page, token);
  await list.expectFirst('set-1100');
  expect(list.address()).toBe(address);
});

test('the token is not shown, and the browser does not offer to complete or correct it', async ({ page }) => {
  await page.goto(address);
  const field = page.getByRole('textbox', { name: 'API token' });
  await expect(field).toHaveAttribute('autocomplete', /off|current-password/);
  await expect(field).toHaveAttribute('spellcheck', 'false');
});

test.describe('where no token is needed', () => {
  // The server sends the rows along for who has no token: the browser notes that this reader did not take them.
  test.use({ requireToken: false, expectedOnConsole: /preload/ });

  test('one that is no longer accepted can be dropped', async ({ page, list }) => {
    await page.goto('/no/such/page');
    await page.evaluate(() => localStorage.setItem('setlist.token', 'no-longer-accepted'));
    await page.goto(address);
    await page.getByRole('button', { name: /without a token/i }).click();
    await list.expectFirst('set-1100');
  });
});

async function signIn(page: Page, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API token' }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
