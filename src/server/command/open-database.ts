import { join, relative, resolve } from 'node:path';
import { openSample } from '../sample/open-sample.ts';
import { openSqlite, type SqliteSource } from '../source/sqlite/open-sqlite.ts';

/** Where the sample database is, in the current folder. */
const samplePath = join('.setlist', 'sample.db');

/** A database that is open, and what to say of it. */
export interface OpenDatabase {
  readonly kind: 'sample' | 'database';
  /** Its path as the reader knows it. */
  readonly path: string;
  readonly source: SqliteSource;
}

/**
 * Opens the database that `--data` names, or the sample one; either is made when it is not there.
 * @throws DatabaseFileError
 */
export async function openDatabase(dataFile: string | undefined): Promise<OpenDatabase> {
  if (dataFile === undefined) {
    return { kind: 'sample', path: samplePath, source: await openSample(resolve(samplePath)) };
  }
  // A path, whatever it looks like: ":memory:" has a meaning of its own to SQLite.
  const file = resolve(dataFile);
  return { kind: 'database', path: shorter(relative('', file), file), source: await openSqlite({ file }) };
}

function shorter(first: string, second: string): string {
  return first.length < second.length ? first : second;
}
