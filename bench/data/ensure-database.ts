import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../src/server/source/sqlite/open-sqlite.ts';
import { formatCount } from '../format.ts';
import { cacheFolder, projectRoot } from '../project-root.ts';
import { benchDatasets, sharer } from './bench-datasets.ts';

const folder = join(cacheFolder, 'databases');
/** What the content of a database follows from. */
const sources = [join('src', 'server', 'source', 'sqlite'), join('bench', 'data')];

/**
 * The path of a database with `count` datasets of the local user. It is made once and kept, until the code that makes it
 * changes.
 */
export async function ensureDatabase(count: number): Promise<string> {
  const file = join(folder, `${count}-${formatKey()}.db`);
  if (existsSync(file)) return file;
  console.error(`Making a database of ${formatCount(count)} datasets, once…`);
  mkdirSync(folder, { recursive: true });
  removeDatabases((name) => name.startsWith(`${count}-`));
  const unfinished = `${file}.new`;
  const source = await openSqlite({ file: unfinished });
  try {
    await source.importDatasets({ users: [sharer], datasets: benchDatasets(count) });
  } finally {
    await source.close();
  }
  renameSync(unfinished, file);
  return file;
}

/** Files that SQLite keeps beside a database begin with its name, so they go with it. */
function removeDatabases(isOutdated: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(isOutdated)) rmSync(join(folder, name));
}

/** A short hash of the code that decides how datasets are stored and which ones there are. */
function formatKey(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const names = readdirSync(join(projectRoot, source), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /(?<!\.test)\.ts$/.test(one)).sort()) {
      hash.update(name).update(readFileSync(join(projectRoot, source, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
