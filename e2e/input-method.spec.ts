import { expect, type Page } from '@playwright/test';
import { test } from './test.ts';

/** What an input method does with the field that has the focus. */
async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    /** Shows a reading, underlined, in place of the one before. */
    compose: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    /** Puts a word where its reading was. */
    insert: (text: string) => session.send('Input.insertText', { text }),
  };
}

/** The steps on the way to 東京. */
const readings = ['t', 'と', 'とう', 'とうk', 'とうky', 'とうきょう'];

/** Every address that the page has been at. */
async function watchAddresses(page: Page): Promise<string[]> {
  const addresses: string[] = [];
  await page.exposeFunction('tellAddress', (address: string) => addresses.push(address));
  await page.addInitScript(() => {
    const { tellAddress } = window as unknown as { tellAddress: (address: string) => void };
    for (const name of ['pushState', 'replaceState'] as const) {
      const change = history[name];
      history[name] = function (...args) {
        change.apply(this, args);
        tellAddress(location.search);
      };
    }
  });
  return addresses;
}

test.describe('of a few', () => {
  test.use({ collection: 'few' });

  test('a word is searched for once it is composed, and its reading is not', async ({ list, page }) => {
    const addresses = await watchAddresses(page);
    await list.open();
    await list.expectStatus(/all 6$/);
    const search = page.getByRole('searchbox', { name: 'Search datasets' });
    await search.click();
    const { compose, insert } = await inputMethod(page);
    for (const reading of readings) {
      await compose(reading);
      await expect(search).toHaveValue(reading);
    }
    await expect(list.rows).toHaveCount(6);
    await insert('東京');
    await list.expectStatus('1 of 1 datasets found');
    await list.expectFirst('Ceny bytů');
    await expect(search).toHaveValue('東京');
    expect(new Set(addresses.filter((address) => address.includes('q=')))).toEqual(
      new Set([`?desc=1&limit=50&q=${encodeURIComponent('東京')}`]),
    );

    // A word that is given up was not searched for, and leaves what was.
    await compose('と');
    await expect(search).toHaveValue('東京と');
    await compose('');
    await expect(search).toHaveValue('東京');
    await list.expectStatus('1 of 1 datasets found');
    await page.goBack();
    await list.expectStatus('6 of 6 datasets, newest first');
    await expect(search).toHaveValue('');
  });

  test('what was typed before a word comes on screen without taking the word away', async ({ list, page }) => {
    await list.open();
    await list.expectStatus(/all 6$/);
    const search = page.getByRole('searchbox', { name: 'Search datasets' });
    await search.click();
    const { compose, insert } = await inputMethod(page);
    await page.keyboard.type('ceny ');
    await compose('とう');
    await list.expectStatus('1 of 1 datasets found');
    await expect(search).toHaveValue('ceny とう');
    await insert('東京');
    await expect(page).toHaveURL(/q=ceny\+%E6%9D%B1%E4%BA%AC$/);
    await expect(search).toHaveValue('ceny 東京');
  });
});

test('Enter chooses the word, and not the page that is typed', async ({ list, page }) => {
  await list.open();
  await list.pageField.click();
  const { compose, insert } = await inputMethod(page);
  await compose('１２');
  await list.pageField.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await expect(list.pageField).toHaveValue('１２');
  await list.expectStatus('Page 1 of 24');
  await insert('１２');
  await page.keyboard.press('Enter');
  await list.expectStatus('Page 12 of 24');
});
