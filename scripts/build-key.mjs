import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const folders = ['src', 'public', 'vite'];
const files = [
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'scripts/build-all.mjs',
  'scripts/compress-files.mjs',
];

/**
 * A hash of all that a build is made from. The contents count, not the dates: they survive a checkout.
 * @param {NodeJS.ProcessEnv} env
 */
export function buildKey(env) {
  const hash = createHash('sha256').update(`SETLIST_API_URL=${env.SETLIST_API_URL ?? ''}\n`);
  for (const path of [...files, ...folders.flatMap(filesIn)]) {
    const content = readIfThere(join(root, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * The files of a folder that end up in a build: all but tests.
 * @param {string} folder
 */
function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path) : '';
}
