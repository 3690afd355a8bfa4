import { checkStep, vitestStep } from './steps.mjs';

/** What is seen without running anything of ours. */
export const staticSteps = [
  checkStep('Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  checkStep('Types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  checkStep('Unused code and dependencies', ['node_modules/knip/bin/knip.js', '--no-progress']),
];

/** All the rest there is that needs no browser, cheapest first. */
export const runningSteps = [
  vitestStep('Unit tests', 'unit'),
  checkStep('Build', ['scripts/build.mjs']),
  checkStep('Size of the first page', ['scripts/check-size.mjs']),
  vitestStep('Tests of the built command', 'command'),
];
