import { expect } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expectFoundAhead } from './expect-found-ahead.ts';
import { apiError, cappedAt, Hold, rewritten, tooManyRequests } from './faults.ts';
import { test } from './test.ts';

test.describe('a list of a few', () => {
  test.use({ collection: 'few' });

  test('a click on a header sorts all rows, another turns them round, a third gives the order of the API back', async ({
    list,
  }) => {
    await list.open();
    const items = list.header('Items').getByRole('button', { name: 'Items', exact: true });
    await items.click();
    await list.expectStatus('Page 1 of 1, 6 of 6 datasets, by items, most first');
    await list.expectFirst('many-items');
    await expect(list.header('Items')).toHaveAttribute('aria-sort', 'descending');
    await expect(list.header('Created')).toHaveAttribute('aria-sort', 'none');
    await expect(list.newestFirst).not.toBeChecked();
    expect(list.address()).toBe('/datasets?desc=1&limit=50&sort=-itemCount');

    await items.click();
    await list.expectStatus('by items, fewest first');
    await expect(list.rows.last()).toContainText('many-items');
    await items.click();
    await list.expectStatus('newest first');
    await list.expectFirst('empty-one');
    expect(list.address()).toBe('/datasets?desc=1&limit=50');
  });

  test('rows that stay until another list is there are said to be what they were', async ({ list, server }) => {
    await list.open('/datasets?desc=1&limit=50&sort=name');
    await list.expectStatus(/6 of 6 datasets, by name, .*all 6$/);
    const hold = new Hold();
    server.fail(hold.fault);
    await list.includeUnnamed.click();
    await expect(list.table).toHaveAttribute('aria-busy', 'true');
    await list.expectStatus('6 of 6 datasets, by name');
    hold.release();
    await expect(list.table).not.toHaveAttribute('aria-busy', 'true');
    await list.expectStatus(/of 5 datasets, by name, .*all 5$/);
  });

  test('Shift and a click add a second column', async ({ list }) => {
    await list.open();
    await list.header('Owner').getByRole('button', { name: 'Owner', exact: true }).click();
    await list
      .header('Name')
      .getByRole('button', { name: 'Name', exact: true })
      .click({ modifiers: ['Shift'] });
    await list.expectStatus('by owner, then by name');
    await list.expectFirst('eshop-items');
    expect(list.address()).toBe('/datasets?desc=1&limit=50&sort=owner,name');
  });

  test('words are found anywhere in a row, in any case and accent, and marked', async ({ list, page }) => {
    await list.open();
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Search datasets' });
    await expect(search).toBeFocused();
    await search.pressSequentially('bytu');
    await list.expectStatus('1 of 1 datasets found');
    await list.expectFirst('Ceny bytů – 東京');
    await expect(list.rows.first().locator('mark')).toHaveText('bytů');
    expect(list.address()).toBe('/datasets?desc=1&limit=50&q=bytu');

    await search.press('Escape');
    await list.expectStatus('6 of 6 datasets, newest first');
    await expect(search).toBeFocused();
  });

  test('the letters of a search are one step of the history', async ({ list, page }) => {
    await list.open();
    const search = page.getByRole('searchbox', { name: 'Search datasets' });
    await search.pressSequentially('ada');
    await list.expectFirst('eshop-items');
    await page.goBack();
    await expect(search).toHaveValue('');
    await list.expectFirst('empty-one');
    await page.goForward();
    await expect(search).toHaveValue('ada');
    await list.expectFirst('eshop-items');
    await page.reload();
    await list.expectStatus('1 of 1 datasets found');
    await list.expectFirst('eshop-items');
  });

  test('what of a search cannot be understood is said, and the rest holds', async ({ list, page }) => {
    await list.open('/datasets?desc=1&q=itms:>3+items:>1000');
    await list.expectFirst('many-items');
    await list.expectStatus('1 of 1 datasets found');
    await expect(page.getByText('Not understood in the search, so left out: itms:>3')).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search datasets' })).toHaveAttribute('aria-invalid', 'true');
  });

  test('nothing that matches is said, and how to see all again', async ({ list, page }) => {
    await page.goto('/datasets?desc=1&limit=50&q=nowhere');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await list.expectFirst('empty-one');
    expect(list.address()).toBe('/datasets?desc=1&limit=50');
  });

  test('a bad order in the address is left out, and said', async ({ list, page }) => {
    await list.open('/datasets?desc=1&limit=50&sort=price');
    await list.expectFirst('empty-one');
    await expect(page.getByText('Not understood in the address, so left out: sort=price')).toBeVisible();
  });

  test('it is accessible', async ({ list, page }) => {
    await list.open('/datasets?desc=1&limit=50&sort=name,-itemCount&q=a+itms:1');
    await expect(list.status).toContainText('all 6');
    await expect(page.getByText('Not understood in the search')).toBeVisible();
    await expectAccessible(page);
  });
});

test('what a letter finds is there before it is typed', async ({ list, page }) => {
  await list.open();
  await expect(list.status).toContainText('all 1,200');
  const search = page.getByRole('searchbox', { name: 'Search datasets' });
  await search.focus();
  await expectFoundAhead(search, '1199');
});

test('a small list is loaded by itself, and what is on screen says that all of it stands behind it', async ({
  list,
  server,
}) => {
  await list.open();
  await expect(list.status).toContainText('all 1,200');
  const whole = server.listRequests.filter((path) => !path.includes('limit='));
  expect(whole.length).toBeLessThanOrEqual(6);
});

test('pages of an answer are turned as any other, and the last one past its end is the last one', async ({ list }) => {
  await list.open('/datasets?desc=1&limit=20&q=set-00&sort=name');
  await list.expectStatus('Page 1 of 5, 20 of 99 datasets found, by name');
  await list.nextPage.click();
  await list.expectFirst('set-0021');
  await list.lastPage.click();
  await list.expectFirst('set-0081');
  await list.page.reload();
  await list.expectStatus('Page 5 of 5, 19 of 99 datasets found, by name');
  await list.open('/datasets?desc=1&limit=20&offset=500&q=set-00&sort=name');
  await list.expectFirst('set-0081');
});

test('a large list is loaded by a gesture that says what it costs', async ({ list, page, server }) => {
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=100');
  await expect(list.status).toContainText('this page');
  await expect(page.getByText('24 requests')).toBeVisible();
  const before = server.listRequests.length;
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(list.status).toContainText('all 1,200');
  await expect(page.getByRole('button', { name: 'Load all' })).toHaveCount(0);
  expect(server.listRequests.length - before).toBeGreaterThanOrEqual(24);
});

test('a list that turns out to be larger than it seemed is left to the reader', async ({ list, page, server }) => {
  // With 20 rows a page nothing tells that the server never gives more than 20.
  server.fail(cappedAt(20));
  await list.open('/datasets?desc=1&limit=20');
  await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
  await expect(page.getByText(/^6\d requests$/)).toBeVisible();
  expect(server.listRequests.filter((path) => !path.includes('limit=')).length).toBeLessThan(20);
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(list.status).toContainText('all 1,200');
});

test('a list that turned out to be larger is loaded by who asks something of it', async ({ list, page, server }) => {
  server.fail(cappedAt(20));
  await list.open('/datasets?desc=1&limit=20');
  await expect(page.getByText(/^6\d requests$/)).toBeVisible();
  await list.header('Items').getByRole('button', { name: 'Items', exact: true }).click();
  await expect(list.status).toContainText('all 1,200');
  await list.expectStatus('20 of 1,200 datasets, by items, most first');
  await expect(page.getByText('Loading was cancelled')).toHaveCount(0);
});

test('another list is not taken for as small as the one before', async ({ list, page, server }) => {
  await list.open('/datasets?desc=1&limit=20&ownership=sharedWithMe');
  await expect(list.status).toContainText('all 120');
  const hold = new Hold();
  const isPage = (url: URL) => url.pathname === '/v2/datasets' && url.searchParams.get('limit') === '20';
  server.fail(cappedAt(20), { matches: ({ pathname }) => pathname === '/v2/datasets' });
  server.fail(hold.fault, { matches: isPage });
  const before = server.listRequests.length;
  await list.ownershipChoice('All').check();
  await expect.poll(() => hold.count).toBe(1);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
  expect(server.listRequests.slice(before)).toEqual(['/v2/datasets?desc=1&limit=20']);
  hold.release();
  await list.expectStatus(/of 1,200 datasets/);
});

test('while it loads, the rows say of how many they are, and it can be stopped and gone on with', async ({
  list,
  page,
  server,
}) => {
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=100');
  await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
  const hold = new Hold();
  // The first pages and the last one come, the others wait.
  server.fail(hold.fault, {
    matches: ({ pathname, searchParams }) => {
      const offset = Number(searchParams.get('offset'));
      return pathname === '/v2/datasets' && offset > 400 && offset < 1_100;
    },
  });
  await list.header('Items').getByRole('button', { name: 'Items', exact: true }).click();
  await expect(list.status).toContainText(/of 1,200 loaded/);
  await expect(list.status).toContainText(/datasets loaded so far, by items, most first/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Loading was cancelled')).toBeVisible();
  await expect(list.status).toContainText(/of 1,200 loaded/);
  hold.release();
  server.heal();
  await page.getByRole('button', { name: 'Load all' }).click();
  await list.expectStatus('100 of 1,200 datasets, by items, most first');
  await expect(list.status).toContainText('all 1,200');
});

test('a load is paused by the reader, and goes on where it was', async ({ list, page, server }) => {
  server.fail(cappedAt(50));
  await list.open('/datasets?desc=1&limit=100');
  const hold = new Hold();
  server.fail(hold.fault, { matches: ({ searchParams }) => Number(searchParams.get('offset')) > 400 });
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect.poll(() => hold.count).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('paused', { exact: true })).toBeVisible();
  hold.release();
  const requests = hold.count;
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(list.status).toContainText('all 1,200');
  expect(hold.count).toBeGreaterThan(requests);
});

test('a server that asks for pauses gets them, and all is loaded in the end', async ({ list, server }) => {
  server.fail(tooManyRequests(), {
    times: 2,
    matches: ({ pathname, searchParams }) => pathname === '/v2/datasets' && !searchParams.has('limit'),
  });
  await list.open();
  await expect(list.status).toContainText('all 1,200', { timeout: 20_000 });
});

test('a server that refuses the whole list leaves the page as it is', async ({ list, server, page }) => {
  server.fail(apiError(403, { type: 'insufficient-permissions', message: 'Not all of it.' }), {
    matches: ({ pathname, searchParams }) => pathname === '/v2/datasets' && !searchParams.has('limit'),
  });
  await list.open();
  await list.expectFirst('set-1200');
  await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
  await list.header('Items').getByRole('button', { name: 'Items', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'You may not see this list' })).toBeVisible();
  await expect(page.getByText('Not all of it.')).toBeVisible();
});

test('a server whose pages cannot be read still has its rows searched and sorted, and what is wrong is said', async ({
  list,
  page,
  server,
}) => {
  server.fail(rewritten(({ desc: _, ...answer }) => ({ ...answer, total: String(answer.total) })));
  await page.goto('/datasets?desc=1&limit=50');
  await expect(page.getByRole('heading', { name: /could not be read/i })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('set-00');
  await list.expectStatus('50 of 99 datasets found');
  await expect(list.status).toContainText('all 1,200');
  await expect(page.getByText(/breaks a rule of its API\. The answer’s total is not a whole number/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /could not be read/i })).toHaveCount(0);
});

test('a dataset that is created later is found after a refresh', async ({ list, source, page }) => {
  await page.goto('/datasets?desc=1&limit=50&q=brand-new');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await source.importDatasets({
    datasets: [{ id: 'BrandNew000000001', name: 'brand-new', owner: 'local', items: [], createdAtMs: Date.now() }],
  });
  await list.refresh.click();
  await list.expectFirst('brand-new');
  await expect(list.status).toContainText('all 1,201');
});
