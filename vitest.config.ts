import { defineConfig } from 'vitest/config';
import './scripts/test-environment.mjs';

const realServer = 'src/app/collection/read/real-server.test.ts';

const unit = {
  testTimeout: 30_000,
  // One process for many files: a new one each takes twice as long as all their tests. What a test sets it puts back.
  isolate: false,
};

/** All tests that need no browser: Playwright has those, `e2e/**\/*.spec.ts`. */
export default defineConfig({
  test: {
    projects: [
      {
        // What runs in a browser: no test of it needs a database, but for the one.
        test: { ...unit, name: 'dashboard', include: ['src/{app,engine}/**/*.test.{ts,tsx}'], exclude: [realServer] },
      },
      {
        test: {
          ...unit,
          name: 'unit',
          include: [realServer, 'src/{contract,server}/**/*.test.ts', '{scripts,bench}/**/*.test.ts', '*.test.ts'],
        },
      },
      {
        // Against `dist`, as a user starts it: build first.
        test: {
          name: 'command',
          include: ['e2e/command/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Installing the package takes as long as all others together.
          maxWorkers: 2,
        },
      },
      {
        // Not among those of `npm test`: `npm run test:browsers` names the browsers that there are.
        test: {
          name: 'browsers',
          include: ['e2e/browsers/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
