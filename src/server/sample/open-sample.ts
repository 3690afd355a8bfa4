import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceDefinition } from '../source/interface/source-definition.ts';
import { databaseFileError } from '../source/sqlite/database-file.ts';
import { openSqlite, type SqliteSource } from '../source/sqlite/open-sqlite.ts';
import { sampleData, sampleUserId } from './sample-data.ts';

/** Where the sample database is, in the current folder. */
const samplePath = join('.setlist', 'sample.db');

/** What is served when no flag names a source. */
export const sampleSource: SourceDefinition<undefined> = {
  kind: 'sample',
  async open() {
    const source = await openSample(resolve(samplePath));
    return {
      source,
      label: basename(samplePath),
      description: `Sample data in ${samplePath}`,
      close: () => source.close(),
    };
  },
  openUsers: () => openSample(resolve(samplePath)),
};

/**
 * Opens the sample database; a missing one is made first. It is made under another name and then moved to its place, so that the file
 * is never incomplete, even when two processes make it at once or one of them is killed.
 * @throws DatabaseFileError
 */
async function openSample(file: string): Promise<SqliteSource> {
  if (!existsSync(file)) await makeSample(file);
  return openSqlite({ file });
}

async function makeSample(file: string): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    removeLeftovers(file);
  } catch (error) {
    throw databaseFileError(file, error);
  }
  const unfinished = `${file}.${process.pid}.new`;
  try {
    const source = await openSqlite({ file: unfinished, localUserId: sampleUserId });
    try {
      await source.importDatasets(sampleData());
    } finally {
      await source.close();
    }
    moveUnlessThere(unfinished, file);
  } finally {
    removeDatabase(unfinished);
  }
}

/** Two processes may have made the sample at once: the first one's stays, for it may be in use already. */
function moveUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Either the other process was first, or the file system has no hard links.
    if (!existsSync(to)) renameSync(from, to);
  }
}

/** Files that a process left behind when it was killed while it made the sample. */
function removeLeftovers(file: string): void {
  const prefix = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const pid = Number(/^(\d+)\.new$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '')?.[1]);
    if (pid > 0 && !isRunning(pid)) removeDatabase(join(dirname(file), name));
  }
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
