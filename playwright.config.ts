import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser.ts';
import './scripts/test-environment.mjs';

/** The browser tests: the built dashboard in a real Chromium, against a real server that can be told to fail. */
export default defineConfig({
  testDir: 'e2e',
  // The tests of the command, e2e/command/*.test.ts, need no browser: Vitest runs them.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Machines of CI are shared: a test that fails once for want of time is tried again there, and named as flaky in the report.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    ...browser,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Prague',
    // No transitions: what is looked at is where it ends. What moves has its own tests.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
  },
});
