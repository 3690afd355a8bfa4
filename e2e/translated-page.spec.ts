import { expect, type Locator, type Page } from '@playwright/test';
import type { DatasetsPage } from './datasets-page.ts';
import { test } from './test.ts';

/**
 * Does to the document what a translator does, into the same language: then the page must look as it does without one. It heeds
 * `translate="no"`, and may go on with what comes later.
 */
function translate(goesOn: boolean): void {
  const done = new WeakSet<Node>();
  const left = '[translate=no], script, style, template, textarea, font';
  function translateBelow(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    if (root instanceof Text) texts.push(root);
    for (const text of texts) {
      if (done.has(text) || text.data.trim() === '' || text.parentElement?.closest(left)) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      inner.append(text.data);
      if (inner.firstChild) done.add(inner.firstChild);
    }
  }
  translateBelow(document.body);
  if (!goesOn) return;
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        if (node.isConnected) translateBelow(node);
      }
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

interface Step {
  readonly name: string;
  /** Ends when the page shows what came of it. */
  readonly act: (list: DatasetsPage) => Promise<unknown>;
}

function search(list: DatasetsPage): Locator {
  return list.page.getByRole('searchbox', { name: 'Search datasets' });
}

const turnPages: Step = {
  name: 'pages',
  async act(list) {
    await list.nextPage.click();
    await list.expectStatus('Page 2 of 24, 50 of 1,200 datasets, newest first');
    await list.expectFirst('set-1150');
  },
};

const sort: Step = {
  name: 'an order',
  async act(list) {
    await list.header('Name').getByRole('button', { name: 'Name', exact: true }).click();
    await list.expectStatus(/Page 1 of 24, 50 of 1,200 datasets, by name, .*all 1,200$/);
    await list.expectFirst('set-0001');
  },
};

const searchFor = (text: string, found: string): Step => ({
  name: `the search ${text}`,
  async act(list) {
    await search(list).fill(text);
    await expect(list.page.getByText(found).first()).toBeVisible();
    await search(list).blur();
    await expect(list.page.getByRole('listbox', { name: 'Suggestions' })).toBeHidden();
  },
});

const clear: Step = {
  name: 'all again',
  async act(list) {
    await list.page.getByRole('button', { name: 'Clear filters' }).first().click();
    await list.expectStatus(/of 1,200 datasets, by name/);
    await list.newestFirst.click();
    await list.expectStatus(/of 1,200 datasets, newest first/);
    await list.expectFirst('set-1200');
  },
};

const otherList: Step = {
  name: 'other lists',
  async act(list) {
    await list.ownershipChoice('Shared with me').check();
    await list.expectStatus(/of 120 datasets/);
    await expect(list.row('set-1199')).toHaveCount(0);
    await list.ownershipChoice('All').check();
    await list.expectStatus(/of 1,200 datasets, newest first/);
  },
};

const openAndClose = (name: string): Step => ({
  name,
  async act({ page }) {
    const open = page.locator('dialog[open], [popover]:popover-open');
    await page.getByRole('button', { name, exact: true }).click();
    await expect(open.last()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(open).toHaveCount(0);
  },
});

const filter: Step = {
  name: 'filters',
  async act(list) {
    const filters = list.page.getByRole('button', { name: 'Filters', exact: true });
    const ada = list.page.getByRole('checkbox', { name: 'ada', exact: true });
    await filters.click();
    await ada.check();
    await list.expectStatus('50 of 120 datasets found');
    await ada.uncheck();
    await list.expectStatus('of 1,200 datasets, newest first');
    await filters.click();
    await expect(ada).toBeHidden();
  },
};

const scroll: Step = {
  name: 'one scroll',
  async act(list) {
    await list.page.getByRole('radio', { name: 'Scroll', exact: true }).check();
    await expect(list.page.getByRole('textbox', { name: 'Row' })).not.toHaveValue('');
    for (const [share, name] of [
      [0.5, 'set-0600'],
      [1, 'set-0001'],
      [0, 'set-1200'],
      [1, 'set-0001'],
    ] as const) {
      await list.table.evaluate((table, to) => {
        const scroller = table.closest('.table-scroller');
        if (scroller) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
      }, share);
      await expect(list.row(name)).toBeInViewport();
    }
    await list.expectStatus(/–1,200 of 1,200 datasets, newest first/);
    await list.page.getByRole('radio', { name: 'Pages', exact: true }).check();
    await list.expectStatus('Page 24 of 24');
    await expect(list.row('set-0001')).toBeInViewport();
    await expect.poll(() => list.address()).toContain('#row=');
  },
};

const steps: readonly Step[] = [
  turnPages,
  sort,
  searchFor('set-05', 'set-0500'),
  searchFor('set-059', 'set-0599'),
  searchFor('nowhere', 'Nothing matches'),
  clear,
  otherList,
  ...['API', 'Columns', 'Columns', 'Views'].map(openAndClose),
  filter,
  scroll,
];

/** The texts of the page, but for what tells the time. */
async function textsOf(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('#root').allInnerTexts();
  return texts
    .join('')
    .replaceAll(/updat(?:ed|ing).*|, as of .*/g, '')
    .split(/\s*\n\s*|\t/)
    .filter((line) => line.trim() !== '');
}

for (const goesOn of [false, true]) {
  const what = goesOn ? 'the page and all that comes' : 'the page once';
  test(`a translator that has translated ${what} changes nothing of what it shows and does`, async ({ list, page }) => {
    test.slow();
    await list.open();
    await list.expectStatus(/all 1,200$/);
    await page.evaluate(translate, goesOn);
    expect(await page.locator('font font').count()).toBeGreaterThan(20);
    for (const { name, act } of steps) await test.step(name, () => act(list));
    const translated = await textsOf(page);
    await page.reload();
    await expect(list.row('set-0001')).toBeInViewport();
    await expect.poll(() => textsOf(page)).toEqual(translated);
  });
}

test('ids, names and numbers are not for a translator, words are', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50&q=owner:ada');
  await list.expectStatus('of 120 datasets found');
  await page.evaluate(translate, true);
  for (const column of ['Name', 'ID', 'Items', 'Clean items', 'Owner']) {
    await expect((await list.cell(list.rows.first(), column)).locator('font'), column).toHaveCount(0);
  }
  await expect((await list.cell(list.rows.first(), 'Created')).locator('font font')).not.toHaveCount(0);
  await expect(list.header('Name').locator('font font')).not.toHaveCount(0);
  await expect(list.status.locator('b font')).toHaveCount(0);
  await expect(list.status.locator('font font').first()).toBeAttached();
});

test('an element that an extension has put around one of the page goes with it', async ({ list, page }) => {
  await list.open('/datasets?desc=1&limit=50');
  await list.expectStatus(/all 1,200$/);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('tbody tr, .status, input[type=search], .pager > *')) {
      const wrapper = document.createElement('x-extension');
      element.replaceWith(wrapper);
      wrapper.append(element, document.createElement('x-icon'));
    }
    document.querySelector('label')?.append(document.createElement('x-icon'));
    document.body.append(document.createElement('x-extension'));
  });
  await list.nextPage.click();
  await list.expectStatus('Page 2 of 24');
  await list.expectFirst('set-1150');
  await expect(list.rows.filter({ hasText: 'set-1200' })).toHaveCount(0);
  await search(list).fill('set-0599');
  await list.expectStatus('1 of 1 datasets found');
  await search(list).fill('');
  await list.expectStatus('of 1,200 datasets, newest first');
});
