import type { Browser, CDPSession, Page } from '@playwright/test';
import { installProbe } from './page-probe.ts';

/** A page in a browser profile of its own: nothing is cached, nothing stored. */
export interface OpenPage {
  readonly page: Page;
  readonly session: CDPSession;
}

const viewport = { width: 1280, height: 800 };

/**
 * Opens a profile, runs `use` and closes it. `slowdown` is how many times slower the page's processor is made; `firstText` stands
 * in the first row that the page will show.
 */
export async function withPage<Result>(
  browser: Browser,
  options: { readonly slowdown: number; readonly firstText: string },
  use: (opened: OpenPage) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: options.slowdown });
    await page.addInitScript(installProbe, options.firstText);
    return await use({ page, session });
  } finally {
    await context.close();
  }
}
