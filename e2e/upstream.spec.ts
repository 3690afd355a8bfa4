import { expect } from '@playwright/test';
import { createApp } from '../src/server/routes/create-app.ts';
import { readUpstreamAddress } from '../src/server/source/upstream/address.ts';
import { createUpstreamSource } from '../src/server/source/upstream/upstream-source.ts';
import { Hold, htmlPage } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test as base, builtDashboard } from './test.ts';

/** `server` is a Setlist that asks for tokens; `front` serves the dashboard and passes the API on to it. */
const test = base.extend<{ front: FaultyServer }>({
  front: async ({ server, startServer }, use) => {
    const info = { kind: 'upstream', label: 'upstream.example', user: null } as const;
    const app = createApp(createUpstreamSource({ address: readUpstreamAddress(server.url), headersTimeoutMs: 1_500 }), {
      dashboard: { folder: builtDashboard, info },
    });
    await use(await startServer((request) => app.fetch(request)));
  },
  baseURL: ({ front }, use) => use(front.url),
});

test.use({ requireToken: true });

test.beforeEach(async ({ page, token }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'API token' }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
});

test('signs in with a token of the upstream and browses it', async ({ list, page, server, token }) => {
  await list.expectFirst('set-1200');
  await expect(page.getByText('grace', { exact: true })).toBeVisible();
  await expect(page.getByText('upstream.example').first()).toBeVisible();
  await list.nextPage.click();
  await list.expectFirst('set-1150');
  await list.ownershipChoice('Shared with me').check();
  await list.expectStatus(/of 120 datasets/);
  const asked = server.requests.filter(({ path }) => path.startsWith('/v2/datasets?'));
  expect(asked.map(({ authorization }) => authorization)).toContain(`Bearer ${token}`);
  expect(server.requests.map(({ path }) => path).join()).not.toContain(token);
});

test('an upstream that is down is a 502 with the reason in words', async ({ list, page, server }) => {
  await list.expectFirst('set-1200');
  await server.stop();
  await list.lastPage.click();
  await expect(page.getByRole('heading', { name: /does not answer/i })).toBeVisible();
  await expect(page.getByText(/upstream-unreachable/)).toBeVisible();
  await server.start();
  await page.getByRole('button', { name: 'Retry' }).click();
  await list.expectFirst('set-0050');
});

test('an upstream that takes too long is a 504', async ({ list, page, server }) => {
  await list.expectFirst('set-1200');
  server.fail(new Hold().fault);
  await list.lastPage.click();
  await expect(page.getByText(/upstream-timeout/)).toBeVisible();
  server.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await list.expectFirst('set-0050');
});

test('an upstream that answers a page for people is a 502', async ({ list, page, server }) => {
  await list.expectFirst('set-1200');
  server.fail(htmlPage(200));
  await list.lastPage.click();
  await expect(page.getByText(/upstream-invalid-response/)).toBeVisible();
});
