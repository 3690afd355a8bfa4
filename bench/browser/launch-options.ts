import type { LaunchOptions } from '@playwright/test';

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the browser is started that everything is measured in. */
export function launchOptions(executablePath: string): LaunchOptions {
  // Chromium's sandbox does not work for root.
  return { executablePath, args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args };
}
