import { expect } from '@playwright/test';
import { test } from './test.ts';

test('the address has the parameters in one order, the API’s defaults left out', async ({ list }) => {
  await list.open('/datasets?offset=0&limit=50&desc=true&unnamed=0&ownership=');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
  await list.open('/datasets?limit=1000&desc=false');
  expect(list.address()).toBe('/datasets');
});

for (const [parameter, address] of [
  ['limit', '/datasets?desc=1&limit=ten'],
  ['limit', '/datasets?desc=1&limit=-5'],
  ['offset', '/datasets?desc=1&offset=1.5'],
  ['desc', '/datasets?desc=yes'],
  ['unnamed', '/datasets?desc=1&unnamed=2'],
  ['ownership', '/datasets?desc=1&ownership=theirs'],
  ['limit', '/datasets?desc=1&limit=20&limit=50'],
  ['offset', '/datasets?desc=1&offset=1e400'],
] as const) {
  test(`a bad ${parameter} falls back to its default, and is named: ${address}`, async ({ list, page }) => {
    await list.open(address);
    expect(new URL(page.url()).searchParams.get(parameter)).toBeNull();
    await expect(page.getByText(new RegExp(`not understood.*${parameter}=`, 'i'))).toBeVisible();
    await list.nextPage.click();
    await list.expectStatus(/Page 2 of/);
    await expect(page.getByText(/not understood/i)).toHaveCount(0);
  });
}

test('a limit above the maximum means the maximum', async ({ list }) => {
  await list.open('/datasets?limit=5000');
  await list.expectStatus(/Page 1 of 2, 1,000 of 1,200/);
  expect(list.address()).toBe('/datasets');
});

test('a token in the address does not stay there, and no parameter of others either', async ({ list, server }) => {
  await list.open('/datasets?desc=1&limit=50&token=secret-token&utm_source=x');
  expect(list.address()).toBe('/datasets?desc=1&limit=50');
  expect(
    server.requests
      .filter(({ path }) => path.startsWith('/v2'))
      .map(({ path }) => path)
      .join(),
  ).not.toContain('secret');
});

for (const [which, id, shown] of [
  ['a dataset', 'Named000000000017', 'set-0017'],
  ['an empty dataset', 'Named000000000020', 'set-0020'],
  ['a dataset without a name', 'Unnamed0000000040', 'Unnamed'],
] as const) {
  test(`the address that the API gives as the page of ${which} shows it`, async ({ list, page, server }) => {
    const answer: { data: { consoleUrl: string } } = await (await fetch(`${server.url}/v2/datasets/${id}`)).json();
    const { consoleUrl } = answer.data;
    expect((await page.goto(consoleUrl))?.status()).toBe(200);
    await list.expectFirst(shown);
    await list.expectStatus(/\b1 of 1 datasets found/);
    await expect(list.rows).toHaveCount(1);
    await expect(list.rows).toContainText(id);
    expect(page.url()).toBe(consoleUrl);
  });
}

test('Back and Forward bring every view back', async ({ list, page }) => {
  await list.open();
  await list.nextPage.click();
  await list.expectFirst('set-1150');
  await list.ownershipChoice('Shared with me').check();
  await list.expectStatus(/of 120 datasets/);
  await list.newestFirst.click();
  await list.expectFirst('set-0010');

  await page.goBack();
  await list.expectFirst('set-1200');
  await list.expectStatus(/of 120 datasets, newest first/);
  await expect(list.newestFirst).toBeChecked();
  await page.goBack();
  await list.expectFirst('set-1150');
  await expect(list.ownershipChoice('All')).toBeChecked();
  await page.goBack();
  await list.expectFirst('set-1200');
  await list.expectStatus('Page 1 of 24, 50 of 1,200 datasets, newest first');
  await page.goForward();
  await list.expectFirst('set-1150');
  await expect(list.pageField).toHaveValue('2');
});

test('Back shows the rows of before at once, also when the server no longer answers', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  await list.lastPage.click();
  await list.expectFirst('set-0050');
  await server.stop();
  await page.goBack();
  await list.expectFirst('set-1200');
});
