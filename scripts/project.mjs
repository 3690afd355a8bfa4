import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: where package.json stands. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Kept while a command installs or builds, so that no other does so at the same time. */
export const lockFile = join(root, '.setlist', 'commands.lock');

/**
 * Says what is going on. On stderr: what a command answers with stands alone on stdout.
 * @param {string} line
 */
export function say(line) {
  console.error(line);
}
