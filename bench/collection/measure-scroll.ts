import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { ensureDatabase } from '../data/ensure-database.ts';
import { projectRoot } from '../project-root.ts';
import { measureInRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startServer } from '../start-server.ts';
import { drawPlainRows, watchFrames } from './scroll-probe.ts';
import { type ScrollCase, type ScrollRun, scrollSection } from './scroll-section.ts';

const datasets = 1_000_000;
const seconds = 3;
const rounds = 3;
/** What a page does when it has come, such as drawing rows ahead, is over by then; and what it does when scrolling rests. */
const settleMs = 2000;
const restMs = 1000;
const loadTimeoutMs = 240_000;
const ways = ['thumb', 'wheel'] as const;
const wheelPx = 400;
const turnMs = 1000 / 60;
const leastScrolledPx = 5_000;
const viewport = { width: 1280, height: 800 };
const pagePaths: Readonly<Record<Exclude<ScrollCase['page'], 'plain'>, string>> = {
  collection: '/datasets?unnamed=1&limit=50&sort=-modifiedAt',
  api: '/datasets?unnamed=1&desc=1&limit=50',
};

/** Scrolls through a list in the browser at `executablePath`, with the thumb and with the wheel. */
export async function measureScroll({ executablePath }: { readonly executablePath: string }): Promise<Section> {
  const data = await ensureDatabase(datasets);
  const server = await startServer(join(projectRoot, 'dist', 'server', 'main.js'), ['--data', data, '--port', '0']);
  try {
    // Chromium's sandbox does not work for root. Without a scrollbar there would be no thumb to draw.
    const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    const browser = await chromium.launch({ executablePath, args, ignoreDefaultArgs: ['--hide-scrollbars'] });
    try {
      return scrollSection({ datasets, seconds, runs: await measurePages(browser, server.origin) });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function measurePages(browser: Browser, origin: string): Promise<Map<ScrollCase, ScrollRun[]>> {
  const opened = new Map<ScrollCase['page'], Page>();
  for (const page of ['plain', 'collection', 'api'] as const) opened.set(page, await openPage(browser, origin, page));
  const cases = [...opened.keys()].flatMap((page): ScrollCase[] => ways.map((by) => ({ page, by })));
  return await measureInRounds(cases, {
    rounds,
    async measure({ page, by }) {
      const seen = opened.get(page);
      if (seen === undefined) throw new Error(`${page} is not open.`);
      await seen.bringToFront();
      return await scroll(seen, by);
    },
  });
}

async function openPage(browser: Browser, origin: string, name: ScrollCase['page']): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  const page = await context.newPage();
  if (name === 'plain') {
    await page.evaluate(drawPlainRows, datasets);
    return page;
  }
  await page.addInitScript(() => localStorage.setItem('setlist.reading', 'scroll'));
  await page.goto(origin + pagePaths[name]);
  await page.getByRole('textbox', { name: 'Row', exact: true }).waitFor({ timeout: loadTimeoutMs });
  if (name === 'collection') {
    await page
      .getByRole('status')
      .filter({ hasText: /, all [\d,]+$/ })
      .waitFor({ timeout: loadTimeoutMs });
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(settleMs);
  return page;
}

async function scroll(page: Page, by: ScrollCase['by']): Promise<ScrollRun> {
  const box = await page.locator('.table-scroller').boundingBox();
  if (box === null) throw new Error('There is nothing to scroll.');
  await page.locator('.table-scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
  await page.waitForTimeout(restMs);
  let requests = 0;
  // The browser asks for the icon again whenever the address changes.
  const count = (request: Request) => {
    requests += request.url().includes('/v2/') ? 1 : 0;
  };
  page.on('request', count);
  await page.evaluate(watchFrames);
  await (by === 'thumb' ? drawThumb(page, box) : turnWheel(page, box));
  const seen = await page.evaluate(() => window.benchScroll?.stop());
  page.off('request', count);
  const scrolledPx = await page.locator('.table-scroller').evaluate((scroller) => scroller.scrollTop);
  if (scrolledPx < leastScrolledPx) throw new Error(`The ${by} has scrolled by ${scrolledPx} px only.`);
  if (seen === undefined) throw new Error('The page has no probe.');
  return { ...seen, requests };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a narrow scrollbar, and of the smallest thumb: above it is a button. */
const barPx = 5;
const thumbPx = 18;

async function drawThumb(page: Page, { x, y, width, height }: Box): Promise<void> {
  const at = x + width - barPx;
  await page.mouse.move(at, y + thumbPx);
  await page.mouse.down();
  const startMs = performance.now();
  for (let share = 0; share < 1; share = (performance.now() - startMs) / (seconds * 1000)) {
    await page.mouse.move(at, y + thumbPx + share * (height - 2 * thumbPx));
  }
  await page.mouse.up();
}

async function turnWheel(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2);
  const startMs = performance.now();
  for (let turns = 0; performance.now() - startMs < seconds * 1000; turns += 1) {
    await page.mouse.wheel(0, wheelPx);
    // A browser hears of a wheel once a frame at most.
    await setTimeout(Math.max(0, startMs + (turns + 1) * turnMs - performance.now()));
  }
}
