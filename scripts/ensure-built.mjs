import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildKey } from './build-key.mjs';
import { lockFile, root, say } from './project.mjs';
import { runNode } from './run.mjs';
import { withLock } from './with-lock.mjs';

/** Written as the last thing of a build: what it was made from. */
export const buildStampPath = join(root, 'dist', '.stamp');

/**
 * Builds the dashboard and the server into `dist`, unless what is there was made from just these sources.
 * @throws {Error} with one line for the reader
 */
export async function ensureBuilt() {
  if (isBuilt()) return;
  const onWait = (/** @type {string} */ pid) =>
    say(`Waiting for another command that installs or builds (process ${pid})…`);
  await withLock(lockFile, build, onWait);
}

async function build() {
  if (isBuilt()) return;
  say('Building…');
  // A process of its own: what the bundler takes of memory and changes of the environment ends with it.
  const code = await runNode([join(root, 'scripts', 'build-all.mjs')], { stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('The build failed: see above.');
}

function isBuilt() {
  try {
    return readFileSync(buildStampPath, 'utf8') === buildKey(process.env);
  } catch {
    return false;
  }
}
