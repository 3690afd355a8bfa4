import { expect } from '@playwright/test';
import {
  apiError,
  cutOff,
  halved,
  holdCollection,
  htmlPage,
  itemsWithout,
  notJson,
  rewritten,
  tooManyRequests,
  truncated,
} from './faults.ts';
import type { Fault } from './faulty-server.ts';
import { test } from './test.ts';

const address = '/datasets?desc=1&limit=50';
const hasNoTotal = rewritten(({ total: _, ...page }) => page);

/** What goes wrong, what the page says of it, and what of the answer there is to copy. */
const faults: readonly { what: string; fault: Fault; title: RegExp; details: RegExp }[] = [
  {
    what: 'a 500 of the API',
    fault: apiError(500, { type: 'internal-error', message: 'Something broke inside.' }),
    title: /the server failed/i,
    details: /internal-error: Something broke inside\./,
  },
  { what: 'a 500 in HTML', fault: htmlPage(500), title: /the server failed/i, details: /500/ },
  { what: 'a 503 in HTML', fault: htmlPage(503), title: /the server failed/i, details: /503/ },
  { what: 'a 502 in HTML', fault: htmlPage(502), title: /does not answer/i, details: /502/ },
  {
    what: 'a 504 of the API',
    fault: apiError(504, { type: 'upstream-timeout', message: 'The upstream took too long.' }),
    title: /does not answer/i,
    details: /upstream-timeout: The upstream took too long\./,
  },
  {
    what: 'a 403',
    fault: apiError(403, { type: 'insufficient-permissions', message: 'The token may not list datasets.' }),
    title: /may not see/i,
    details: /insufficient-permissions: The token may not list datasets\./,
  },
  {
    what: 'a 400',
    fault: apiError(400, { type: 'invalid-parameter', message: 'limit: 50 is not liked here.' }),
    title: /refused/i,
    details: /invalid-parameter: limit: 50 is not liked here\./,
  },
  { what: 'an answer that is not JSON', fault: notJson, title: /could not be read/i, details: /All is well!/ },
  { what: 'HTML with status 200', fault: htmlPage(200), title: /could not be read/i, details: /not JSON/i },
  { what: 'half an answer', fault: halved, title: /could not be read/i, details: /not JSON/i },
  { what: 'an answer broken off', fault: truncated, title: /could not be read/i, details: /closed|broken off/i },
  { what: 'a page without a total', fault: hasNoTotal, title: /could not be read/i, details: /data\.total/ },
  { what: 'rows without an id', fault: itemsWithout('id'), title: /could not be read/i, details: /no row has an id/ },
  { what: 'null for data', fault: rewritten(() => null), title: /could not be read/i, details: /data/ },
  { what: 'a connection that is cut', fault: cutOff, title: /cannot be reached/i, details: /no answer/ },
];

for (const { what, fault, title, details } of faults) {
  test(`${what}: the page says what happened, shows what the server said, and tries again`, async ({
    list,
    page,
    server,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    server.fail(fault);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: 'Copy details' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(details);
    expect(copied).toContain('/v2/datasets?desc=1&limit=50');
    await expect(page.getByText(details).first()).toBeVisible();

    server.heal();
    await page.getByRole('button', { name: 'Retry' }).click();
    await list.expectFirst('set-1200');
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0);
  });
}

test('a page that breaks rules of the API has its rows all the same, and what is wrong is said', async ({
  list,
  page,
  server,
}) => {
  // Nothing but this page, so that what is said is said of it.
  server.fail(
    rewritten((answer) => ({
      ...answer,
      total: String(answer.total),
      items: answer.items.map(({ createdAt, ...item }, index) => (index === 3 ? item : { ...item, createdAt })),
    })),
  );
  server.fail(apiError(403, { type: 'insufficient-permissions', message: 'Not all of it.' }), {
    matches: ({ pathname, searchParams }) => pathname === '/v2/datasets' && !searchParams.has('limit'),
  });
  await page.goto(address);
  await list.expectFirst('set-1200');
  await list.expectStatus('1–50 of 1,200 datasets');
  await expect(list.row('set-1197')).toContainText('not a date');
  await expect(
    page.getByText('The server breaks a rule of its API. A row’s createdAt is not a date. (1 ×, '),
  ).toBeVisible();
  await expect(page.getByText('The answer’s total is not a whole number. (1 ×, "1200")')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  server.heal();
  await list.refresh.click();
  await expect(page.getByText('breaks a rule')).toHaveCount(0);
  await expect(list.row('set-1197')).not.toContainText('not a date');
});

test('an error while turning the page is told of, and Retry goes on', async ({ list, page, server }) => {
  await list.open();
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await list.lastPage.click();
  await expect(page.getByRole('heading', { name: /the server failed/i })).toBeVisible();
  expect(list.address()).toBe('/datasets?desc=1&limit=50&offset=1150');
  server.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await list.expectFirst('set-0050');
});

test('an error of Refresh leaves the rows where they are', async ({ list, page, server }) => {
  await list.open();
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await list.refresh.click();
  await expect(page.getByRole('heading', { name: /the server failed/i })).toBeVisible();
  await list.expectFirst('set-1200');
  server.heal();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('heading', { name: /the server failed/i })).toHaveCount(0);
});

test('the controls still work beside an error', async ({ list, page, server }) => {
  server.fail(apiError(500, { type: 'internal-error', message: 'Something broke inside.' }));
  await page.goto(address);
  await expect(page.getByRole('heading', { name: /the server failed/i })).toBeVisible();
  server.heal();
  await list.ownershipChoice('Mine').check();
  await list.expectStatus(/of 1,080 datasets/);
});

test.describe('429', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
  });

  test('waits by itself as long as the server asked, and says for how long', async ({ list, page, server }) => {
    server.fail(tooManyRequests({ retryAfterS: 20 }));
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /too many requests/i })).toBeVisible();
    await expect(page.getByText(/(20|19) s/)).toBeVisible();
    await page.clock.runFor(12_000);
    await expect(page.getByText(/\b[5678] s/)).toBeVisible();
    const asked = server.listRequests.length;
    server.heal();
    await page.clock.runFor(9_000);
    await list.expectFirst('set-1200');
    expect(server.listRequests.slice(asked)[0]).toBe('/v2/datasets?desc=1&limit=50');
  });

  test('is not asked all the time when the server asks for a pause of a month', async ({ list, page, server }) => {
    server.fail(tooManyRequests({ retryAfterS: 2_592_000 }));
    await page.goto(address);
    await expect(page.getByText(/Trying again in 3[56]\d\d s/)).toBeVisible();
    const asked = server.listRequests.length;
    await page.clock.runFor(60_000);
    expect(server.listRequests.length).toBe(asked);
    server.heal();
    await page.getByRole('button', { name: 'Try now' }).click();
    await list.expectFirst('set-1200');
  });

  test('backs off by itself where the server names no time', async ({ list, page, server }) => {
    server.fail(tooManyRequests(), { times: 4 });
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /too many requests/i })).toBeVisible();
    for (const [attempt, waitMs] of [1_000, 2_000, 4_000, 8_000].entries()) {
      // The wait begins with the answer.
      await expect.poll(() => server.requests.filter(({ failed }) => failed).length).toBeGreaterThan(attempt);
      await page.clock.runFor(waitMs);
    }
    await list.expectFirst('set-1200');
    await expect(page.getByRole('heading', { name: /too many requests/i })).toHaveCount(0);
  });

  test('keeps the rows while it waits for the next page', async ({ list, page, server }) => {
    holdCollection(server);
    await list.open();
    server.fail(tooManyRequests({ retryAfterS: 20 }));
    await list.lastPage.click();
    await expect(page.getByRole('heading', { name: /too many requests/i })).toBeVisible();
    await list.expectFirst('set-1200');
    server.heal();
    await page.clock.runFor(21_000);
    await list.expectFirst('set-0050');
  });
});
