import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say } from './project.mjs';
import { runNode } from './run.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally of tests; a check that is not made of tests counts when it fails */
/** @typedef {{ readonly title: string, readonly run: () => Promise<Tally> }} Step */

/**
 * Runs steps in order.
 * @param {readonly Step[]} steps
 * @param {{ keepGoing: boolean }} options whether a step that fails ends it
 * @returns {Promise<Tally>} of all steps that ran
 */
export async function runSteps(steps, { keepGoing }) {
  let [passed, failed] = [0, 0];
  for (const step of steps) {
    const startedMs = performance.now();
    say(`▸ ${step.title}`);
    const tally = await step.run();
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
    say(`${tally.failed === 0 ? '✓' : '✗'} ${step.title} (${seconds} s)`);
    passed += tally.passed;
    failed += tally.failed;
    if (tally.failed > 0 && !keepGoing) break;
  }
  return { passed, failed };
}

/**
 * A program of an installed package, or a script of ours, that says by its exit code whether all is well.
 * @param {string} title
 * @param {readonly [string, ...string[]]} args the program's file, relative to the project's folder, and its arguments
 * @returns {Step}
 */
export function checkStep(title, [file, ...args]) {
  return {
    title,
    run: async () => ({ passed: 0, failed: (await runNode([join(root, file), ...args])) === 0 ? 0 : 1 }),
  };
}

/**
 * One of the projects of vitest.config.ts.
 * @param {string} title
 * @param {string} project
 * @returns {Step}
 */
export function vitestStep(title, project) {
  return {
    title,
    run: () =>
      withReport(async (report) => {
        const args = [
          'run',
          '--project',
          project,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ];
        const code = await runNode([join(root, 'node_modules/vitest/vitest.mjs'), ...args]);
        return { code, read: ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests] };
      }),
  };
}

/**
 * The browser tests, against the browser that the environment names.
 * @param {string} title
 * @returns {Step}
 */
export function playwrightStep(title) {
  return {
    title,
    run: () =>
      withReport(async (report) => {
        const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
        const cli = join(root, 'node_modules/@playwright/test/cli.js');
        const code = await runNode([cli, 'test', '--reporter=line,json'], { env });
        return { code, read: ({ stats }) => [stats.expected + stats.flaky, stats.unexpected] };
      }),
  };
}

/**
 * Runs tests that write a report in JSON and counts what it says. A run that fails without a failed test, or that leaves no
 * report, counts as one failure.
 * @param {(report: string) => Promise<{ code: number, read: (report: any) => number[] }>} runTests
 * @returns {Promise<Tally>}
 */
async function withReport(runTests) {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-report-'));
  const report = join(folder, 'report.json');
  try {
    const { code, read } = await runTests(report);
    const [passed = 0, failed = 0] = readReport(report, read);
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {(report: any) => number[]} read
 */
function readReport(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [0, 1];
  }
}
