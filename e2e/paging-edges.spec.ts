import { expect } from '@playwright/test';
import { cappedAt, Hold, rewritten, silentlyCappedAt } from './faults.ts';
import { test } from './test.ts';

test('an offset past the end shows the last page, and says so', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&offset=5000');
  await list.expectFirst('set-0050');
  await list.expectStatus(/Page 24 of 24, 50 of 1,200 datasets/);
  expect(list.address()).toBe('/datasets?desc=1&limit=50&offset=1150');
  await expect(page.getByText(/past the end|ends before|last page/i).first()).toBeVisible();
});

test('what was said of an offset past the end is still true when the list has grown', async ({
  list,
  page,
  server,
}) => {
  await list.open('/datasets?desc=1&limit=50&offset=5000');
  await list.expectStatus(/Page 24 of 24/);
  server.fail(rewritten((answer) => ({ ...answer, total: 1_230 })));
  await list.refresh.click();
  await list.expectStatus(/Page 24 of 25/);
  await expect(page.getByText(/was past the end/)).toBeVisible();
  await expect(page.getByText(/is its last page/)).toHaveCount(0);
});

test('on the way from past the end to the last page the list is not called empty', async ({ list, page, server }) => {
  const hold = new Hold();
  server.fail(hold.fault, { matches: (url) => url.searchParams.get('offset') === '1150' });
  await page.goto('/datasets?desc=1&limit=50&offset=5000');
  await expect.poll(() => hold.count).toBe(1);
  await expect(list.table).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText(/nothing here/i)).toHaveCount(0);
  hold.release();
  await list.expectFirst('set-0050');
});

test('a server that gives fewer rows than asked is paged by what came back', async ({ list, server }) => {
  server.fail(cappedAt(30));
  await list.open();
  await list.expectStatus('Page 1 of 40, 30 of 1,200 datasets, newest first');
  await list.nextPage.click();
  await list.expectFirst('set-1170');
  await list.expectStatus('Page 2 of 40, 30 of 1,200 datasets, newest first');
  await list.lastPage.click();
  await list.expectFirst('set-0030');
  await list.expectStatus('Page 40 of 40, 30 of 1,200 datasets, newest first');
  await expect(list.nextPage).toBeDisabled();
  await list.previousPage.click();
  await list.expectFirst('set-0060');
});

test('no row is skipped where the server gives fewer than it says', async ({ list, server }) => {
  server.fail(silentlyCappedAt(30));
  await list.open();
  await list.expectStatus('Page 1 of 40, 30 of 1,200 datasets, newest first');
  await list.nextPage.click();
  await list.expectFirst('set-1170');
  await list.expectStatus('Page 2 of 40, 30 of 1,200 datasets, newest first');
});

test('an offset that is no multiple of the page size shows those rows, and reaches both ends', async ({
  list,
  page,
}) => {
  await list.open('/datasets?desc=1&limit=50&offset=30');
  await list.expectFirst('set-1170');
  await expect(page.getByText('31–80')).toBeVisible();
  await list.previousPage.click();
  await list.expectFirst('set-1200');
  await expect(list.previousPage).toBeDisabled();
  await page.goBack();
  await list.expectFirst('set-1170');
  await list.nextPage.click();
  await list.expectFirst('set-1120');
  await list.lastPage.click();
  await list.expectFirst('set-0050');
  await list.expectStatus('50 of 1,200 datasets');
  await expect(list.nextPage).toBeDisabled();
});

test('a total that shrinks between two pages leads to the page that is now the last', async ({
  list,
  server,
  page,
}) => {
  await list.open('/datasets?desc=1&limit=50&offset=1000');
  await expect.poll(() => server.listRequests).toContain('/v2/datasets?desc=1&limit=51&offset=1049');
  server.fail(
    rewritten((answer) => {
      const items = answer.items.slice(0, Math.max(0, 1_020 - answer.offset));
      return { ...answer, total: 1_020, count: items.length, items };
    }),
  );
  await list.lastPage.click();
  await list.expectStatus(/Page 21 of 21, 20 of 1,020 datasets/);
  expect(list.address()).toBe('/datasets?desc=1&limit=50&offset=1000');
  await expect(page.getByText(/past the end|ends before|last page/i).first()).toBeVisible();
  await expect(list.nextPage).toBeDisabled();
});

test('deleting all but a few while a reader is on the last page', async ({ list, server }) => {
  await list.open('/datasets?desc=1&limit=50&offset=1150');
  server.fail(rewritten((answer) => ({ ...answer, total: 0, count: 0, items: [] })));
  await list.refresh.click();
  await expect(list.rows).toHaveCount(0);
  await expect(list.status).toHaveText(/of 0 datasets/);
});

test('a list that is counted but not given is not called empty', async ({ list, page, server }) => {
  server.fail(rewritten((answer) => ({ ...answer, count: 0, items: [] })));
  await page.goto('/datasets?desc=1&limit=50');
  await expect(page.getByText('It counts 1,200 datasets')).toBeVisible();
  await expect(page.getByText(/nothing here/i)).toHaveCount(0);
  server.heal();
  await list.refresh.click();
  await list.expectFirst('set-1200');
});
