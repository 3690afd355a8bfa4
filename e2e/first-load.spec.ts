import { expect } from '@playwright/test';
import { Hold } from './faults.ts';
import { test } from './test.ts';

test('the root leads to the newest 50, and the address says so', async ({ page, list }) => {
  await page.goto('/');
  await list.expectFirst('set-1200');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
  await expect(list.heading).toBeVisible();
  await list.expectStatus('Page 1 of 24, 50 of 1,200 datasets, newest first');
  await expect(page).toHaveTitle(/^Datasets 1–50 of 1,200, newest first/);
});

test('the address without parameters shows what the API alone answers: oldest first, up to 1,000', async ({ list }) => {
  await list.open('/datasets');
  await list.expectFirst('set-0001');
  await list.expectStatus('Page 1 of 2, 1,000 of 1,200 datasets, oldest first');
  expect(list.address()).toBe('/datasets');
});

test('a cold load asks for the rows once, before any script has run', async ({ page, list, server }) => {
  await list.open();
  const begun = await page.evaluate(() => {
    const timings = performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime }));
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return {
      lists: timings.filter(({ name }) => new URL(name).searchParams.get('limit') === '50'),
      scriptsArrived: Math.min(
        ...scripts.map((script) => (script instanceof PerformanceResourceTiming ? script.responseEnd : 0)),
      ),
    };
  });
  expect(server.listRequests.filter((path) => path === '/v2/datasets?desc=1&limit=50')).toHaveLength(1);
  expect(begun.lists[0]?.startTime).toBeLessThan(begun.scriptsArrived);
});

test('what the page begins with is asked for once: the browser keeps it', async ({ page, list, server }) => {
  await list.open();
  const html = await (await fetch(`${server.url}/datasets`)).text();
  const named = Array.from(
    html.matchAll(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"/g),
    ([, file]) => file,
  );
  expect(named).toHaveLength(4);
  await page.goto('/datasets?desc=0&limit=50');
  await list.expectFirst('set-0001');
  const asked = named.map((file) => server.requests.filter(({ path }) => path === file).length);
  expect(asked).toEqual(named.map(() => 1));
});

test('the first load shows the frame of the table at once, and nothing moves when the rows come', async ({
  page,
  list,
  server,
}) => {
  const hold = new Hold();
  server.fail(hold.fault);
  await page.goto('/datasets?desc=1&limit=50');
  await expect(list.heading).toBeVisible();
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  await expect(list.header('Created')).toBeVisible();
  const before = await boxes();
  hold.release();
  await list.expectFirst('set-1200');
  await expect(list.table).not.toHaveAttribute('aria-busy', 'true');
  expect(await boxes()).toEqual(before);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((entries, observer) => {
          observer.disconnect();
          // TypeScript has no type for entries of this kind yet.
          resolve(
            entries.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        // Entries are told of asynchronously, and none at all when nothing shifted.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  expect(shift).toBe(0);

  async function boxes() {
    return await Promise.all(
      [list.heading, list.header('Name'), list.header('Created'), list.includeUnnamed, list.nextPage].map((part) =>
        part.boundingBox(),
      ),
    );
  }
});

test('a first answer that never comes does not hold up the next try', async ({ page, list, server }) => {
  await page.clock.install();
  const hold = new Hold();
  server.fail(hold.fault, { times: 1 });
  await page.goto('/datasets?desc=1&limit=50', { waitUntil: 'commit' });
  await expect(list.header('Created')).toBeVisible();
  await page.clock.runFor(11_000);
  await page.getByRole('button', { name: 'Retry' }).click();
  // Sooner than Chromium's cache gives up the wait for the first request.
  await list.expectFirst('set-1200');
  hold.release();
});

test('a path that leads nowhere says so, and leads back', async ({ page, list }) => {
  const response = await page.goto('/no/such/page?x=1');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: /not found|no such page/i })).toBeVisible();
  await expect(page.getByText('/no/such/page')).toBeVisible();
  await page.getByRole('link', { name: /datasets/i }).click();
  await list.expectFirst('set-1200');
  await page.goBack();
  await expect(page.getByText('/no/such/page')).toBeVisible();
});

test('so does a path that would by itself name another host', async ({ page, list, server }) => {
  await page.goto(`${server.url}//elsewhere.test/page`);
  await expect(page.getByText('//elsewhere.test/page')).toBeVisible();
  await page.getByRole('link', { name: /datasets/i }).click();
  await list.expectFirst('set-1200');
  await page.goBack();
  await expect(page.getByText('//elsewhere.test/page')).toBeVisible();
});
