import { expect } from '@playwright/test';
import { test } from './test.ts';

test.describe('sample data', () => {
  test.use({ serves: 'sample' });

  test('the page says that it is a sample, and how to bring one’s own', async ({ list, page }) => {
    await list.open();
    await expect(page.getByText(/sample data/i).first()).toBeVisible();
    const how = page.getByText(/--data/).first();
    if (!(await how.isVisible()))
      await page
        .getByText(/sample data/i)
        .first()
        .click();
    await expect(how).toBeVisible();
  });
});

test('one’s own data is called by its name, and never a sample', async ({ list, page }) => {
  await list.open();
  await expect(page.getByText('library.db').first()).toBeVisible();
  await expect(page.getByText(/sample/i)).toHaveCount(0);
});
