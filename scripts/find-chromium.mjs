import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inPath, installByApt, isExecutable } from './programs.mjs';
import { root, say } from './project.mjs';
import { runNode } from './run.mjs';

/** The environment variable that names the browser, to the tests and to the benchmark; set by hand, it is taken as it is. */
export const chromiumVariable = 'SETLIST_CHROMIUM';

const commands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const answerTimeoutMs = 30_000;

/**
 * The path of a Chromium that runs: Playwright's, the system's, or one that is installed for it.
 * @returns {Promise<string>}
 * @throws {Error} with one line that says what to do
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  say('Installing Chromium, which the browser tests need…');
  await runNode([join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  // Ubuntu's package of that name only points to a snap, which may not run here: then the last line stands.
  const installed = (await findChromium()) ?? ((await installByApt(['chromium'])) ? await findChromium() : undefined);
  if (installed !== undefined) return installed;
  throw new Error(
    `The browser tests need Chromium, and none could be installed: install it, or name one in ${chromiumVariable}.`,
  );
}

async function findChromium() {
  const named = process.env[chromiumVariable];
  if (named !== undefined && named !== '') {
    if (isChromium(named)) return named;
    throw new Error(`${chromiumVariable} names ${named}, which does not run.`);
  }
  // Imported here: it is there only after the installation.
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...commands.flatMap(inPath), ...places].find(isChromium);
}

/** @param {string} path */
function isChromium(path) {
  if (!isExecutable(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: answerTimeoutMs });
  return status === 0 && /Chrom/.test(stdout);
}
