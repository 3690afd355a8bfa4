import type { Browser, Page } from '@playwright/test';
import { measureInRounds } from '../rounds.ts';
import { withTimeout } from '../with-timeout.ts';
import { type FirstTexts, pageUrl, readFirstTexts } from './browser-site.ts';
import { slowdowns } from './measure-loads.ts';
import { withPage } from './open-page.ts';
import type { ClickedRows } from './page-probe.ts';

/** Which pages are turned, and how. */
export interface PagingCase {
  readonly limit: number;
  readonly slowdown: number;
}

/** What was seen of a reader who goes to the next page, which was fetched ahead, and then to the last one, which was not. */
export interface PagingRound {
  readonly next: ClickedRows;
  readonly last: ClickedRows;
}

const timeoutMs = 60_000;

/** Turns pages of the dashboard, at full speed and slowed down. */
export async function measurePaging(
  browser: Browser,
  options: { readonly origin: string; readonly limit: number; readonly rounds: number },
): Promise<Map<PagingCase, PagingRound[]>> {
  const { origin, limit, rounds } = options;
  const texts = await readFirstTexts(origin, limit);
  const url = pageUrl(origin, 'dashboard', limit);
  return await measureInRounds(
    slowdowns.map((slowdown) => ({ limit, slowdown })),
    {
      rounds,
      measure: ({ slowdown }) =>
        withPage(browser, { slowdown, firstText: texts.first }, async ({ page }) => {
          await page.goto(url);
          await untilFetchedAhead(page, limit);
          return await turnPages(page, texts);
        }),
    },
  );
}

/** Goes to the next page and to the last one of a page that has rested. */
export async function turnPages(page: Page, { second, last }: FirstTexts): Promise<PagingRound> {
  return {
    next: await clickFor(page, { button: 'Next page', text: second }),
    last: await clickFor(page, { button: 'Last page', text: last }),
  };
}

/** Waits until the page that comes next has arrived, and the page has nothing more to do. */
export async function untilFetchedAhead(page: Page, limit: number): Promise<void> {
  await page.waitForFunction(
    (offset) =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.includes('/v2/datasets?') && new URL(name).searchParams.get('offset') === offset),
    String(limit - 1),
    { timeout: timeoutMs },
  );
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

async function clickFor(page: Page, { button, text }: { button: string; text: string }): Promise<ClickedRows> {
  // An array, so that the probe begins to look without being waited for.
  const looking = await page.evaluateHandle((sought) => [window.benchProbe?.rowsAfterClick(sought)], text);
  await page.getByRole('button', { name: button, exact: true }).click();
  const shown = looking.evaluate(([rows]) => rows);
  const clicked = await withTimeout(shown, { what: `The page after "${button}"`, timeoutMs });
  if (clicked === undefined) throw new Error('The page has no probe.');
  return clicked;
}
