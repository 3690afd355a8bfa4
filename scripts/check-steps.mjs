import { checkStep, vitestStep } from './steps.mjs';

/** What is seen without a database: better-sqlite3 may still compile. */
export const earlySteps = [
  checkStep('Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  checkStep('Types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  checkStep('Unused code and dependencies', ['node_modules/knip/bin/knip.js', '--no-progress']),
  vitestStep('Unit tests of the dashboard', 'dashboard'),
];

/** All the rest there is that needs no browser, cheapest first. */
export const laterSteps = [
  vitestStep('Unit tests of all else', 'unit'),
  checkStep('Build', ['scripts/build.mjs']),
  checkStep('Size of the first page', ['scripts/check-size.mjs']),
  vitestStep('Tests of the built command', 'command'),
];
