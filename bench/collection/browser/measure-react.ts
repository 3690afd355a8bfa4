import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../browser/launch-options.ts';
import { withPage } from '../../browser/open-page.ts';
import { ensureDatabase } from '../../data/ensure-database.ts';
import { formatCount } from '../../format.ts';
import { projectRoot } from '../../project-root.ts';
import type { Section } from '../../section.ts';
import { startServer } from '../../start-server.ts';
import { withTimeout } from '../../with-timeout.ts';
import { type GestureType, installChangeProbe } from './change-probe.ts';
import { untilLoaded } from './collection-page.ts';
import { type Reactions, reactSection } from './react-section.ts';

const datasets = 1_000_000;
const rounds = 12;
/** Between two letters of somebody who types well. */
const restMs = 200;
const timeoutMs = 30_000;
/** Typed letter by letter. Ids have any letter after any other, so that each one narrows the result: other rows come for it. */
const words = ['q7z', 'x4k', 'b2m', 'w9d', 'k3f', 'h8t', 'm6t', 'p5c', 'v1r', 'n8d', 'j0l', 'g2y'];
/** Clicked in turn: more than there are orders kept, so that each click sorts. */
const headers = ['Items', 'Clean items', 'Modified', 'Accessed', 'Created', 'Name'];

/** How quickly a page answers its reader with a million datasets behind it, and what loading them keeps it from. */
export async function measureReact({ executablePath }: { readonly executablePath: string }): Promise<Section> {
  const data = await ensureDatabase(datasets);
  const server = await startServer(join(projectRoot, 'dist', 'server', 'main.js'), ['--data', data, '--port', '0']);
  try {
    const browser = await chromium.launch(launchOptions(executablePath));
    try {
      return reactSection(await measurePage(browser, server.origin), { datasets, rounds, restMs });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function measurePage(browser: Browser, origin: string): Promise<Reactions> {
  return withPage(browser, { slowdown: 1, firstText: '' }, async ({ page }) => {
    await page.addInitScript(installChangeProbe);
    await page.goto(`${origin}/datasets?desc=1&limit=50`);
    await page.getByRole('button', { name: 'Load all' }).waitFor();
    await page.waitForLoadState('networkidle');
    // What opening the page takes is measured elsewhere.
    await page.evaluate(() => window.benchProbe?.longTasksMs.splice(0));
    const startMs = Date.now();
    await page.getByRole('button', { name: 'Load all' }).click();
    console.error(`Loading ${formatCount(datasets)} datasets in the browser…`);
    await untilLoaded(page);
    const loadedMs = Date.now() - startMs;
    const longTasksMs = await page.evaluate(() => window.benchProbe?.longTasksMs ?? []);
    const nameFirstMs = await clickHeader(page, 'Name');
    // The texts are put together for the first search.
    await typeLetter(page, 'z');
    await clearSearch(page);
    const sorts = new Map<string, number[]>(headers.map((header) => [header, []]));
    const letters: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const header of headers) sorts.get(header)?.push(await clickHeader(page, header));
      for (const letter of words[round] ?? '') letters.push(await typeLetter(page, letter));
      await clearSearch(page);
    }
    return { loadedMs, longTasksMs, nameFirstMs, sorts, letters };
  });
}

const clickHeader = (page: Page, name: string): Promise<number> =>
  timeOf(page, 'click', () =>
    page.getByRole('columnheader', { name, exact: true }).getByRole('button', { name, exact: true }).click(),
  );

const typeLetter = (page: Page, letter: string): Promise<number> =>
  timeOf(page, 'input', () => page.getByRole('searchbox', { name: 'Search datasets' }).press(letter));

async function clearSearch(page: Page): Promise<void> {
  await timeOf(page, 'input', () => page.getByRole('searchbox', { name: 'Search datasets' }).fill(''));
}

/** From a gesture to the rows that it brings, in ms. The page and its worker rest before it, as they do between two of a reader's. */
async function timeOf(page: Page, type: GestureType, act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(restMs);
  const looking = await page.evaluateHandle((gesture) => [window.changeProbe?.changeAfter(gesture)], type);
  await act();
  const change = looking.evaluate((promises) => Promise.all(promises));
  const [ms] = await withTimeout(change, { what: `What comes after the ${type}`, timeoutMs });
  if (ms === undefined) throw new Error('The page has no probe.');
  return ms;
}
