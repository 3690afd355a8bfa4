import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page, type Request } from '@playwright/test';
import { pageUrl, readFirstTexts } from '../../browser/browser-site.ts';
import { launchOptions } from '../../browser/launch-options.ts';
import { makeSite } from '../../browser/make-site.ts';
import { installProbe, type ShownRows } from '../../browser/page-probe.ts';
import { ensureDatabase } from '../../data/ensure-database.ts';
import { measureInRounds } from '../../rounds.ts';
import type { Section } from '../../section.ts';
import { startServer } from '../../start-server.ts';
import { withTimeout } from '../../with-timeout.ts';
import { untilKept, untilLoaded } from './collection-page.ts';
import { returnSection } from './return-section.ts';

const datasets = 100_000;
const rounds = 20;
const newDatasets = 10;
const limit = 50;
const timeoutMs = 30_000;
const viewport = { width: 1280, height: 800 };

/** How soon kept rows are on screen in a browser that was started anew, beside a plain page; and what it takes to update them. */
export async function measureReturn({ executablePath }: { readonly executablePath: string }): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-return-'));
  try {
    // Datasets are created in it.
    const data = join(folder, 'datasets.db');
    copyFileSync(await ensureDatabase(datasets), data);
    const server = await startServer(await makeSite(), ['--data', data, '--port', '0']);
    try {
      const visits = new Visits({ executablePath, profile: join(folder, 'profile'), origin: server.origin });
      return await measureVisits(visits, server.origin);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureVisits(visits: Visits, origin: string): Promise<Section> {
  const keptUrl = `${origin}/datasets?desc=1&limit=${limit}&sort=-itemCount`;
  const firstKept = await visits.open(keptUrl, '', async (page) => {
    await untilLoaded(page);
    await untilKept(page);
    return (await page.locator('tbody tr[data-row] td').first().textContent()) ?? '';
  });
  const { first } = await readFirstTexts(origin, limit);
  const ways = {
    plain: { url: pageUrl(origin, 'plain', limit), text: first },
    kept: { url: keptUrl, text: firstKept },
  };
  const measure = (way: keyof typeof ways) => visits.open(ways[way].url, ways[way].text, readShown);
  const names = ['plain', 'kept'] as const;
  // What the browser keeps of a page, it keeps before.
  await measureInRounds(names, { rounds: 1, measure });
  const shown = await measureInRounds(names, { rounds, measure });
  for (let number = 0; number < newDatasets; number += 1) await createDataset(origin, `new-of-bench-${number}`);
  const requests = await visits.countRequests(keptUrl, firstKept);
  return returnSection(
    { plain: shown.get('plain') ?? [], kept: shown.get('kept') ?? [], requests },
    { datasets, rounds, newDatasets },
  );
}

async function readShown(page: Page): Promise<ShownRows> {
  const rows = page.evaluate(() => window.benchProbe?.firstRows);
  const shown = await withTimeout(rows, { what: 'The first rows', timeoutMs });
  if (shown === undefined) throw new Error('The page has no probe.');
  return shown;
}

async function createDataset(origin: string, name: string): Promise<void> {
  const { ok, status } = await fetch(`${origin}/v2/datasets?name=${name}`, { method: 'POST' });
  if (!ok) throw new Error(`A dataset could not be created: ${status}.`);
}

/** Visits of one profile, each in a browser that was started for it. */
class Visits {
  readonly #options: { readonly executablePath: string; readonly profile: string; readonly origin: string };

  constructor(options: { readonly executablePath: string; readonly profile: string; readonly origin: string }) {
    this.#options = options;
  }

  /** Starts the browser, opens an address whose first row has a text, and runs `use`. */
  async open<Result>(
    url: string,
    firstText: string,
    use: (page: Page) => Promise<Result>,
    onRequest: (request: Request) => void = () => {},
  ): Promise<Result> {
    const { executablePath, profile } = this.#options;
    const launch = { ...launchOptions(executablePath), viewport, locale: 'en-US', timezoneId: 'UTC' };
    const context = await chromium.launchPersistentContext(profile, launch);
    try {
      context.on('request', onRequest);
      const page = await context.newPage();
      await page.addInitScript(installProbe, firstText);
      await page.goto(url, { waitUntil: 'commit' });
      return await use(page);
    } finally {
      await context.close();
    }
  }

  /** How many pages of the list are asked for in ascending order, which the page itself never does, until the kept rows are up to date. */
  async countRequests(url: string, firstText: string): Promise<number> {
    let requests = 0;
    const untilUpdated = (page: Page) =>
      page.waitForFunction(() => document.querySelector('.load')?.textContent?.includes('Read all again'));
    await this.open(url, firstText, untilUpdated, (request) => {
      const asked = new URL(request.url());
      if (asked.pathname === '/v2/datasets' && asked.searchParams.get('desc') !== '1') requests += 1;
    });
    return requests;
  }
}
