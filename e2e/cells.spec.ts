import { expect, type Locator } from '@playwright/test';
import { newestCreatedAtMs } from './collections.ts';
import { itemsWithout, rewritten } from './faults.ts';
import { test } from './test.ts';

test.use({ collection: 'few' });

const fewUnnamed = '/datasets?unnamed=1&desc=1&limit=50';

test('the columns, in their order', async ({ list }) => {
  await list.open();
  expect(await list.columnNames()).toEqual([
    'Name',
    'ID',
    'Items',
    'Clean items',
    'Created',
    'Modified',
    'Accessed',
    'Owner',
    'Actor',
    'Run',
  ]);
});

test('a title stands before a name, and what has neither is Unnamed', async ({ list }) => {
  await list.open(fewUnnamed);
  await expect(await list.cell(list.row('Titled00000000001'), 'Name')).toContainText('Ceny bytů – 東京');
  await expect(await list.cell(list.row('FromARun000000001'), 'Name')).toContainText('from-a-run');
  await expect(await list.cell(list.row('Unnamed0000000001'), 'Name')).toHaveText('Unnamed');
});

test('a long title is cut at its end, whichever way it is read', async ({ list, server }) => {
  const titles = [
    'قائمة أسعار الفنادق في القاهرة والإسكندرية كل يوم على مدار السنة',
    'A long title in English that is cut at its end',
  ];
  server.fail(
    rewritten((page) => ({ ...page, items: page.items.map((item, at) => ({ ...item, title: titles[at % 2] })) })),
  );
  await list.open();
  for (const title of titles) {
    const text = (await list.cell(list.row(title).first(), 'Name')).getByText(title);
    expect(await isInSight(text, { from: 0, to: 8 })).toBe(true);
    expect(await isInSight(text, { from: title.length - 8, to: title.length })).toBe(false);
  }
});

test('with letters and words spaced out as far as readers may, no id and no time is cut', async ({
  list,
  page,
  server,
}) => {
  const longest = new Date(Date.now() - 28 * 24 * 3_600_000).toISOString();
  const times = { createdAt: longest, modifiedAt: longest, accessedAt: longest };
  server.fail(rewritten((all) => ({ ...all, items: all.items.map((item) => ({ ...item, ...times })) })));
  await list.open();
  // WCAG 2.2, 1.4.12 "Text Spacing".
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const row = list.row('Titled00000000001');
  expect(await isInSight((await list.cell(row, 'ID')).getByText('Titled00000000001'))).toBe(true);
  for (const column of ['Created', 'Modified', 'Accessed']) {
    expect(await isInSight((await list.cell(row, column)).getByText('28 days ago'))).toBe(true);
  }
});

test('a title is text and nothing else', async ({ list, page }) => {
  await list.open();
  await expect(await list.cell(list.row('Hostile0000000001'), 'Name')).toContainText('<img src=x onerror=alert(1)>');
  await expect(list.table.locator('img')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Datasets/);
});

test('numbers are grouped and stand on the right; a share of clean items shows where some are not clean', async ({
  list,
}) => {
  await list.open();
  const row = list.row('ManyItems00000001');
  const items = await list.cell(row, 'Items');
  await expect(items).toHaveText('1,234');
  await expect(items).toHaveCSS('text-align', /^(right|end)$/);
  await expect(await list.cell(row, 'Clean items')).toContainText('1,200');
  await expect(await list.cell(list.row('Newest00000000001'), 'Items')).toHaveText('0');
});

test.describe('to a German reader', () => {
  test.use({ locale: 'de-DE' });
  test('numbers are grouped the German way', async ({ list }) => {
    await list.open();
    await expect(await list.cell(list.row('ManyItems00000001'), 'Items')).toHaveText('1.234');
  });
});

test('the owner is You, a username, or the id of whom there is no name', async ({ list, server }) => {
  await list.open();
  await expect(await list.cell(list.row('Titled00000000001'), 'Owner')).toHaveText('You');
  await expect(await list.cell(list.row('SharedByAda000001'), 'Owner')).toHaveText('ada');
  server.fail(itemsWithout('username'));
  await list.open();
  await expect(await list.cell(list.row('Titled00000000001'), 'Owner')).toHaveText('You');
  await expect(await list.cell(list.row('SharedByAda000001'), 'Owner')).toHaveText('AdaLovelace000001');
});

test('Actor and run, and a dash where there is none', async ({ list }) => {
  await list.open();
  const fromRun = list.row('FromARun000000001');
  await expect(await list.cell(fromRun, 'Actor')).toContainText('ActorOfTheRun0001');
  await expect(await list.cell(fromRun, 'Run')).toContainText('RunOfTheActor0001');
  await expect(await list.cell(list.row('Titled00000000001'), 'Actor')).toContainText('–');
  await expect(await list.cell(list.row('Titled00000000001'), 'Run')).toContainText('–');
});

test('fields that the API calls optional may be missing', async ({ list, server }) => {
  server.fail(itemsWithout('username', 'title', 'name', 'actId', 'actRunId'));
  await list.open();
  await expect(await list.cell(list.row('Titled00000000001'), 'Name')).toHaveText('Unnamed');
});

test.describe('times', () => {
  const fullTime = /Thursday, January 15, 2026 at 11:30:00 AM GMT\+1/;

  test.beforeEach(async ({ page }) => {
    await page.clock.install({ time: newestCreatedAtMs + 4 * 60_000 });
  });

  test('are relative', async ({ list }) => {
    await list.open();
    const newest = list.row('Newest00000000001');
    await expect(await list.cell(newest, 'Created')).toHaveText('4 min ago');
    await expect(await list.cell(list.row('Titled00000000001'), 'Created')).toHaveText(/^20 hr? ago$/);
    await expect(await list.cell(list.row('SharedByAda000001'), 'Created')).toHaveText(/^2 d(ays)? ago$/);
  });

  test('show the full time with its zone on hover', async ({ list, page }) => {
    await list.open();
    const created = await list.cell(list.row('Newest00000000001'), 'Created');
    await created.getByText('4 min ago').hover();
    await expect(page.getByRole('tooltip')).toHaveText(fullTime);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
  });

  test('show the full time with its zone on focus', async ({ list, page }) => {
    await list.open();
    await page.keyboard.press('ArrowDown');
    const created = await list.cell(list.row('Newest00000000001'), 'Created');
    await expect(list.row('Newest00000000001')).toBeFocused();
    await tabInto();
    await expect(page.getByRole('tooltip')).toHaveText(fullTime);

    async function tabInto() {
      for (let stops = 0; stops < 5; stops += 1) {
        await page.keyboard.press('Tab');
        if (await created.evaluate((cell) => cell.contains(document.activeElement))) return;
      }
    }
  });

  test('are absolute at the turn of a switch, which lasts', async ({ list, page }) => {
    await list.open();
    await list.columns.click();
    await page.getByRole('radio', { name: 'Absolute' }).check();
    await page.keyboard.press('Escape');
    const created = await list.cell(list.row('Newest00000000001'), 'Created');
    await expect(created).toHaveText(/Jan 15, 2026, 11:30/);
    await page.reload();
    await expect(await list.cell(list.row('Newest00000000001'), 'Created')).toHaveText(/Jan 15, 2026, 11:30/);
  });
});

test('Copy ID puts the id on the clipboard and says so', async ({ list, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await list.open();
  const row = list.row('Titled00000000001');
  await row.hover();
  await row.getByRole('button', { name: 'Copy ID' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Titled00000000001');
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
});

test('an id is in a monospaced font, and whole for who selects it', async ({ list }) => {
  await list.open();
  const id = (await list.cell(list.row('Titled00000000001'), 'ID')).getByText('Titled00000000001');
  await expect(id).toHaveCSS('font-family', /mono/i);
});

/** Whether a part of a text, or all of it, is inside everything that could clip it. */
function isInSight(text: Locator, part?: { from: number; to: number }): Promise<boolean> {
  return text.evaluate((element, part) => {
    const node = element.firstChild;
    if (!node) throw new Error('There is no text.');
    const range = document.createRange();
    range.setStart(node, part?.from ?? 0);
    range.setEnd(node, part?.to ?? node.textContent?.length ?? 0);
    const { left, right } = range.getBoundingClientRect();
    for (let at: Element | null = element; at && at.tagName !== 'TABLE'; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      const clips = getComputedStyle(at).overflowX !== 'visible';
      if (clips && (left < box.left - 0.5 || right > box.right + 0.5)) return false;
    }
    return true;
  }, part);
}
