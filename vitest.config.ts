import { defineConfig } from 'vitest/config';

/** Unit, property and server tests: all that needs no browser. */
export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', '*.test.ts'], testTimeout: 30_000 },
});
