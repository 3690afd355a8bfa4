import { type Browser, chromium } from '@playwright/test';
import { ensureDatabase } from '../data/ensure-database.ts';
import type { Section } from '../section.ts';
import { startServer } from '../start-server.ts';
import { browserSection } from './browser-section.ts';
import { launchOptions } from './launch-options.ts';
import { makeSite } from './make-site.ts';
import { type LoadCase, measureLoads, type PageLoad } from './measure-loads.ts';
import { measurePaging, type PagingCase, type PagingRound } from './measure-paging.ts';
import { measureWork } from './measure-work.ts';
import type { WorkOfPages } from './work-report.ts';

/** How many datasets the user has. */
const datasets = 100_000;
/** Rows a page: as the dashboard opens the list, and as many as there can be. */
const limits = [50, 1000] as const;
const rounds = { loads: 9, paging: 5, work: 5 } as const;

/** Measures the dashboard beside the floors, in the browser at `executablePath`. */
export async function measureBrowser({ executablePath }: { readonly executablePath: string }): Promise<Section> {
  const data = await ensureDatabase(datasets);
  const server = await startServer(await makeSite(), ['--data', data, '--port', '0']);
  try {
    const browser = await chromium.launch(launchOptions(executablePath));
    try {
      return await measureSite(browser, server.origin);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function measureSite(browser: Browser, origin: string): Promise<Section> {
  const loads: Map<LoadCase, PageLoad[]>[] = [];
  const paging: Map<PagingCase, PagingRound[]>[] = [];
  const work: WorkOfPages[] = [];
  for (const limit of limits) {
    console.error(`Measuring pages of ${limit} rows in the browser…`);
    loads.push(await measureLoads(browser, { origin, limit, rounds: rounds.loads }));
    paging.push(await measurePaging(browser, { origin, limit, rounds: rounds.paging }));
    work.push({ limit, pages: await measureWork(browser, { origin, limit, rounds: rounds.work }) });
  }
  return browserSection({ datasets, rounds, loads, paging, work });
}
