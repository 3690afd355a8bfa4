import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { datasetFields } from '../src/app/datasets/fields.ts';
import { type DatasetListItem, datasetListItemSchema } from '../src/contract/dataset.ts';
import { type ExportFormatId, exportFormats } from '../src/engine/export/export-formats.ts';
import { exportColumns, exportFieldsOf } from '../src/engine/export/export-rows.ts';
import { readCsv } from '../src/engine/export/testing/read-csv.ts';
import { exportReaders } from '../src/engine/export/testing/read-exports.ts';
import { manyCounts } from './collections.ts';
import { expectAccessible } from './expect-accessible.ts';
import { cappedAt, Hold } from './faults.ts';
import type { FaultyServer } from './faulty-server.ts';
import { test } from './test.ts';

const utf8Mark = '\ufeff';

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible();
  return dialog;
}

async function save(page: Page, dialog: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ]);
  await expect(dialog.getByText(/^Saved: /)).toBeVisible();
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The rows of the API, page by page, with the fields that an export has. */
async function apiRows(server: FaultyServer, query: string): Promise<DatasetListItem[]> {
  const rows: DatasetListItem[] = [];
  for (;;) {
    const answer = await fetch(`${server.url}/v2/datasets?${query}&limit=1000&offset=${rows.length}`);
    const { data } = (await answer.json()) as { data: { total: number; items: DatasetListItem[] } };
    rows.push(...data.items);
    if (rows.length >= data.total) break;
  }
  return rows.map((row) => {
    const fields = Object.keys(datasetListItemSchema.entries) as (keyof DatasetListItem)[];
    return Object.fromEntries(fields.map((field) => [field, row[field] ?? null])) as DatasetListItem;
  });
}

test('all of the view as CSV with every field, not the page, in the order of the API', async ({
  list,
  page,
  server,
}) => {
  await list.open();
  const dialog = await openExport(page);
  await dialog.getByRole('radiogroup', { name: 'Columns' }).getByRole('radio', { name: 'All' }).check();
  const { name, text } = await save(page, dialog);
  expect(name).toMatch(/^datasets_library\.db-this-computer_all-named_newest-first_\d{4}-\d\d-\d\dT\d{6}Z\.csv$/);

  expect(text.startsWith(utf8Mark)).toBe(true);
  const [head = [], ...records] = readCsv(text.slice(1));
  const rows = await apiRows(server, 'desc=1');
  expect(rows).toHaveLength(manyCounts.named);
  expect(records).toEqual(rows.map((row) => head.map((field) => String(row[field as keyof DatasetListItem] ?? ''))));
  expect(new Set(head)).toEqual(new Set(Object.keys(rows[0] ?? {})));
});

test('what a search has found, in the order that is shown, as JSON', async ({ list, page, server }) => {
  await list.open('/datasets?limit=20&sort=-name&q=owner:ada');
  await list.expectFirst('set-1200');
  const dialog = await openExport(page);
  await expect(dialog).toContainText('120 datasets, by name, Z to A');
  await dialog.getByRole('radio', { name: 'JSON', exact: true }).check();
  await dialog.getByRole('radiogroup', { name: 'Columns' }).getByRole('radio', { name: 'All' }).check();
  const { name, text } = await save(page, dialog);
  expect(name).toMatch(/_search-owner-ada_by-name-Z-to-A_.*\.json$/);
  const rows = await apiRows(server, 'desc=1&ownership=sharedWithMe');
  expect(JSON.parse(text)).toEqual(rows);
});

test('each format that there is can be chosen, and its file is read back', async ({ list, page, server }) => {
  await list.open('/datasets?limit=20&q=owner:ada');
  const rows = await apiRows(server, 'ownership=sharedWithMe');
  const columns = exportColumns(datasetFields, exportFieldsOf(datasetFields));
  const dialog = await openExport(page);
  await dialog.getByRole('radiogroup', { name: 'Columns' }).getByRole('radio', { name: 'All' }).check();
  for (const [format, { label }] of Object.entries(exportFormats)) {
    await dialog.getByRole('radio', { name: label, exact: true }).check();
    const { name, text } = await save(page, dialog);
    expect(name).toMatch(new RegExp(`Z\\.${format}$`));
    const { read, said } = exportReaders[format as ExportFormatId];
    expect(read(text.replace(/^\ufeff/, ''), columns)).toEqual(
      rows.map((row) => columns.map((column) => said(row[column.name as keyof DatasetListItem] ?? null, column))),
    );
  }
});

test('the visible columns, copied as JSON Lines', async ({ list, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const hidden = ['clean-items', 'created', 'modified', 'accessed', 'actor', 'run'];
    localStorage.setItem(
      'setlist.columns',
      JSON.stringify({ version: 1, order: ['owner', 'id'], hidden, widthsPx: {} }),
    );
  });
  await list.open('/datasets?ownership=sharedWithMe');
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'JSONL' }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied: 120 datasets.')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n');
  expect(lines).toHaveLength(manyCounts.shared);
  expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['name', 'title', 'username', 'userId', 'id', 'itemCount']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'set-0010', username: 'ada' });
});

test('a browser that refuses to copy is asked again by a click, and nothing is lost', async ({ list, page }) => {
  await page.addInitScript(() => {
    let refusals = 1;
    navigator.clipboard.writeText = () =>
      refusals-- > 0 ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve();
    document.execCommand = () => false;
  });
  await list.open('/datasets?desc=1&limit=10');
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText(/did not let it be copied/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Copy now' }).click();
  await expect(dialog.getByText('Copied: 1,200 datasets.')).toBeVisible();
});

test.describe('a list that is too large to be loaded unasked', () => {
  test.beforeEach(({ server }) => server.fail(cappedAt(10)));

  test('is loaded first, for a price that is named, and then exported whole', async ({ list, page }) => {
    await list.open();
    const dialog = await openExport(page);
    await expect(dialog).toContainText('The list is loaded first: 120 requests.');
    await expect(dialog.getByRole('radiogroup', { name: 'Datasets' })).toHaveCount(0);
    const { name, text } = await save(page, dialog);
    expect(name).not.toContain('part');
    expect(readCsv(text.slice(1))).toHaveLength(manyCounts.named + 1);
  });

  test('is the list as it is now, also where it has grown since it was loaded', async ({ list, page, source }) => {
    await list.open('/datasets?desc=1&limit=20');
    await page.getByRole('button', { name: 'Load all' }).click();
    await expect(list.status).toContainText(/all 1,200$/);
    await source.importDatasets({
      datasets: [{ id: 'BrandNew000000001', name: 'brand-new', owner: 'local', items: [], createdAtMs: Date.now() }],
    });
    await list.refresh.click();
    await list.expectFirst('brand-new');
    const dialog = await openExport(page);
    await expect(dialog).toContainText('1,201 datasets, newest first. all 1,200, as of');
    await expect(dialog).toContainText('it is brought up to date first');
    const { text } = await save(page, dialog);
    expect(readCsv(text.slice(1))).toHaveLength(manyCounts.named + 2);
    await expect(dialog).not.toContainText('up to date first');
  });

  test('can be given up while it is loaded', async ({ list, page, server }) => {
    await list.open('/datasets?desc=1&limit=20');
    const hold = new Hold();
    server.fail(hold.fault);
    const dialog = await openExport(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => hold.count).toBeGreaterThan(0);
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog.getByText('Cancelled. Nothing was saved or copied.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
    hold.release();
  });

  test('is exported as a part only when the reader says so, and is named so', async ({ list, page, server }) => {
    await list.open('/datasets?desc=1&limit=20');
    const hold = new Hold();
    // What is told last goes first: thirty pages, and then nothing more.
    server.fail(hold.fault);
    server.fail(cappedAt(10), { times: 30 });
    await page.getByRole('button', { name: 'Load all' }).click();
    await expect.poll(() => hold.count).toBeGreaterThan(0);
    await expect(page.getByText(/^[1-9]\d* of 1,200 loaded$/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('button', { name: 'Load all' })).toBeVisible();
    const dialog = await openExport(page);
    await dialog.getByRole('radio', { name: /^The [\d,]+ loaded$/ }).check();
    await expect(dialog).toContainText('Only a part of the list');
    await expectAccessible(page);
    const { name, text } = await save(page, dialog);
    const rows = readCsv(text.slice(1)).length - 1;
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(manyCounts.named);
    expect(name).toContain(`datasets-part-${rows}-of-${manyCounts.named}_`);
    hold.release();
  });

  test('is a part also where all rows were read, and not checked yet', async ({ list, page, server }) => {
    await list.open('/datasets?desc=1&limit=20');
    const hold = new Hold();
    // Those of the load, which asks without a limit: a first reading, and a little of the second.
    const matches = ({ pathname, searchParams }: URL) => pathname === '/v2/datasets' && !searchParams.has('limit');
    server.fail(hold.fault, { matches });
    server.fail(cappedAt(50), { matches, times: 30 });
    await page.getByRole('button', { name: 'Load all' }).click();
    await expect(list.status).toContainText(/1,200 of 1,200 loaded$/);
    await page.getByRole('button', { name: 'Stop' }).click();
    const dialog = await openExport(page);
    await dialog.getByRole('radio', { name: 'The 1,200 loaded' }).check();
    await expect(dialog).toContainText('Only a part of the list. The name of the file says so.');
    expect((await save(page, dialog)).name).toContain('datasets-part-1200-of-1200_');
    hold.release();
  });

  test('says why it could not be loaded', async ({ list, page, server }) => {
    await list.open();
    server.fail(({ response }) => {
      response
        .writeHead(403, { 'Content-Type': 'application/json' })
        .end('{"error":{"type":"insufficient-permissions","message":"No longer yours."}}');
    });
    const dialog = await openExport(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/The list could not be loaded\. No longer yours\./)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  });
});

test('by keyboard alone, at 320 pixels', async ({ list, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await list.open('/datasets?desc=1&limit=10');
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText('all 1,200');
  await expectAccessible(page);
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await dialog.getByRole('radio', { name: 'CSV' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('radio', { name: 'JSONL' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.jsonl$/);
  await expect(dialog.getByText(/^Saved: 1,200 datasets/)).toBeVisible();
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
});
