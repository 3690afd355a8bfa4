import type { LaunchOptions } from '@playwright/test';
import { chromiumArgs } from '../../e2e/chromium-args.ts';

/** How the browser is started that everything is measured in. */
export function launchOptions(executablePath: string): LaunchOptions {
  // Chromium's sandbox does not work for root.
  return { executablePath, args: process.getuid?.() === 0 ? [...chromiumArgs, '--no-sandbox'] : [...chromiumArgs] };
}
