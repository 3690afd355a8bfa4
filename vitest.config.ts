import { defineConfig } from 'vitest/config';

/** All tests that need no browser: Playwright has those, `e2e/**\/*.spec.ts`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', '*.test.ts'],
          testTimeout: 30_000,
          // One process for many files: a new one each takes twice as long as all their tests. What a test sets it puts back.
          isolate: false,
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
    ],
  },
});
