import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project: the nearest one upwards that holds a package.json, from the bundle as from the source. */
export const projectRoot = findRoot(import.meta.dirname);

/** What the benchmark keeps from one run to the next. */
export const cacheFolder = join(projectRoot, 'node_modules', '.cache', 'setlist-bench');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`There is no package.json above ${import.meta.dirname}.`);
  return findRoot(parent);
}
