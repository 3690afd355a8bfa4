import type { Browser } from '@playwright/test';
import { measureInRounds } from '../rounds.ts';
import { withTimeout } from '../with-timeout.ts';
import { pageUrl, readFirstTexts } from './browser-site.ts';
import type { PageName } from './make-site.ts';
import { withPage } from './open-page.ts';
import type { ShownRows } from './page-probe.ts';

/** Which page is opened, and how. */
export interface LoadCase {
  readonly name: PageName;
  readonly limit: number;
  /** How many times slower the page's processor is made. */
  readonly slowdown: number;
}

/** What was seen of one navigation. */
export interface PageLoad extends ShownRows {
  /** When the page with the rows could be operated. */
  readonly operableMs: number;
  /** Tasks of 50 ms and more, until the page had nothing more to do. */
  readonly longTasksMs: readonly number[];
}

export const slowdowns = [1, 4] as const;
const pageNames = ['plain', 'react', 'dashboard'] as const;
const timeoutMs = 60_000;

/** Opens the three pages in turns, at full speed and slowed down. */
export async function measureLoads(
  browser: Browser,
  options: { readonly origin: string; readonly limit: number; readonly rounds: number },
): Promise<Map<LoadCase, PageLoad[]>> {
  const { origin, limit, rounds } = options;
  const { first } = await readFirstTexts(origin, limit);
  const cases = slowdowns.flatMap((slowdown) => pageNames.map((name) => ({ name, limit, slowdown })));
  const measure = ({ name, slowdown }: LoadCase) =>
    measureLoad(browser, { url: pageUrl(origin, name, limit), slowdown, firstText: first });
  // What the browser and the server do for the first time, they do before.
  await measureInRounds(cases, { rounds: 1, measure });
  return await measureInRounds(cases, { rounds, measure });
}

function measureLoad(
  browser: Browser,
  options: { readonly url: string; readonly slowdown: number; readonly firstText: string },
): Promise<PageLoad> {
  return withPage(browser, options, async ({ page }) => {
    await page.goto(options.url, { waitUntil: 'commit' });
    const rows = page.evaluate(() => window.benchProbe?.firstRows);
    const shown = await withTimeout(rows, { what: `The first rows of ${options.url}`, timeoutMs });
    const operable = page.evaluate(() => window.benchProbe?.operableMs);
    const operableMs = await withTimeout(operable, { what: `What makes ${options.url} work`, timeoutMs });
    if (shown === undefined || operableMs === undefined)
      throw new Error(`${options.url} was opened without the probe.`);
    const longTasksMs = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => requestIdleCallback(() => resolve(window.benchProbe?.longTasksMs ?? []))),
    );
    return { ...shown, operableMs, longTasksMs };
  });
}
