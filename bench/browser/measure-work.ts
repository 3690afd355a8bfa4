import type { Browser, Page } from '@playwright/test';
import { measureInRounds } from '../rounds.ts';
import { withTimeout } from '../with-timeout.ts';
import { type FirstTexts, pageUrl, readFirstTexts } from './browser-site.ts';
import { countRequests, type Traffic } from './count-requests.ts';
import type { PageName } from './make-site.ts';
import { turnPages, untilFetchedAhead } from './measure-paging.ts';
import { withPage } from './open-page.ts';
import { longestTaskMs, tracedCategories } from './trace-tasks.ts';

/** What a page loads and computes. Watching it slows it down, so it is not what is timed. */
export interface PageWork {
  /** Until the first rows were drawn. */
  readonly first: Traffic;
  /** Until the page had nothing more to do: what is fetched ahead is in it. */
  readonly all: Traffic;
  /** The longest task of opening the page, in ms. */
  readonly loadTaskMs: number;
  /** The longest task of going to the next and to the last page, in ms; `undefined` where there are none. */
  readonly pagingTaskMs: number | undefined;
}

const pageNames: readonly PageName[] = ['plain', 'react', 'dashboard'];
const timeoutMs = 60_000;

/** Watches what the pages load and compute, at full speed. */
export async function measureWork(
  browser: Browser,
  options: { readonly origin: string; readonly limit: number; readonly rounds: number },
): Promise<Map<PageName, PageWork[]>> {
  const { origin, limit, rounds } = options;
  const texts = await readFirstTexts(origin, limit);
  return await measureInRounds(pageNames, {
    rounds,
    measure: (name) => measurePage(browser, { name, texts, limit, url: pageUrl(origin, name, limit) }),
  });
}

function measurePage(
  browser: Browser,
  options: { readonly name: PageName; readonly texts: FirstTexts; readonly limit: number; readonly url: string },
): Promise<PageWork> {
  const { name, texts, limit, url } = options;
  return withPage(browser, { slowdown: 1, firstText: texts.first }, async ({ page, session }) => {
    const traffic = await countRequests(session);
    let first: Traffic | undefined;
    const loadTaskMs = await traceTasks(page, url, async () => {
      await page.goto(url, { waitUntil: 'commit' });
      const rows = page.evaluate(() => window.benchProbe?.firstRows);
      await withTimeout(rows, { what: `The first rows of ${url}`, timeoutMs });
      first = traffic();
      if (name === 'dashboard') await untilFetchedAhead(page, limit);
      else await page.waitForLoadState('networkidle');
    });
    const all = traffic();
    const turn = () => turnPages(page, texts);
    // The dashboard leaves the API's defaults out of its address: by now it may be another than the one it was opened by.
    const pagingTaskMs = name === 'dashboard' ? await traceTasks(page, page.url(), turn) : undefined;
    return { first: first ?? all, all, loadTaskMs, pagingTaskMs };
  });
}

/** The longest task of the page at `url`, in ms, while `watched` runs. */
async function traceTasks(page: Page, url: string, watched: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser to trace.');
  await browser.startTracing(page, { categories: tracedCategories });
  await watched();
  return longestTaskMs((await browser.stopTracing()).toString(), url);
}
