import { existsSync } from 'node:fs';
import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';
import { chromiumArgs } from './chromium-args.ts';

/** Where Chromium is when nobody says it (`npm test` looks further, and says it in `SETLIST_CHROMIUM`). */
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

function chromiumPath(): string | undefined {
  return process.env.SETLIST_CHROMIUM || usualPlaces.find((path) => existsSync(path));
}

/** How the tests start their browser; without a Chromium named or found it is Playwright's own. */
export const browser: Pick<PlaywrightTestOptions & PlaywrightWorkerOptions, 'browserName' | 'launchOptions'> = (() => {
  const executablePath = chromiumPath();
  // Playwright adds that there is no sandbox: root has none, nor have many containers, and only our own pages are opened.
  return {
    browserName: 'chromium',
    launchOptions: { args: [...chromiumArgs], ...(executablePath ? { executablePath } : {}) },
  };
})();
