import { defineConfig, devices } from '@playwright/test';

/** The browser tests. `npm test` finds a Chromium, or installs one, and names it in SETLIST_CHROMIUM. */
const executablePath = process.env.SETLIST_CHROMIUM;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  projects: [{ name: 'chromium', use: devices['Desktop Chrome'] }],
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox refuses to run as root.
      chromiumSandbox: !isRoot,
      args: ['--disable-gpu', '--disable-quic'],
    },
    trace: 'retain-on-failure',
  },
});
