import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { SourceError } from '../interface/source-definition.ts';

/** What SQLite calls a database that lives in this process only. */
export const inMemory = ':memory:';
/** "SetL": marks a SQLite file as ours, in its header. */
export const applicationId = 0x5365_744c;
/** How long a read waits for a lock: SQLite has them only while it opens, closes and recovers a file. */
const busyTimeoutMs = 5_000;
/** https://www.sqlite.org/fileformat.html#the_database_header */
const header = { bytes: 100, magic: 'SQLite format 3\0', applicationIdAt: 68 } as const;

/**
 * Opens the file, without looking at what is in it beyond the header, which must be of one of our databases. A missing or
 * an empty file becomes an empty database.
 * @throws DatabaseFileError and leaves the file as it was
 */
export function openDatabaseFile(file: string): Database.Database {
  if (file !== inMemory) checkFile(file);
  try {
    return new Database(file, { timeout: busyTimeoutMs });
  } catch (error) {
    throw databaseFileError(file, error);
  }
}

/** Takes away a file that nothing was written to. */
export function removeEmptyFile(file: string): void {
  if (file !== inMemory && existsSync(file) && statSync(file).size === 0) rmSync(file);
}

/** The error of a file that is the SQLite database of another program. */
export function foreignDatabase(file: string): DatabaseFileError {
  return new DatabaseFileError(file, 'it is a database of another program');
}

/** In plain words, why the file cannot be used. */
export function databaseFileError(file: string, error: unknown): DatabaseFileError {
  if (error instanceof DatabaseFileError) return error;
  return new DatabaseFileError(file, reasonOf(error), error);
}

const reasons = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'no permission to read and write it',
  EPERM: 'no permission to read and write it',
  EROFS: 'it is on a read-only file system',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its path is a loop of links',
  SQLITE_NOTADB: 'it is not a SQLite database',
  SQLITE_CORRUPT: 'it is damaged',
  SQLITE_READONLY: 'no permission to write it',
  SQLITE_READONLY_DIRECTORY: 'no permission to write to its folder',
  SQLITE_CANTOPEN: 'it, or a file beside it, cannot be opened',
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'another program keeps it locked',
} as const;

function checkFile(file: string): void {
  try {
    const folder = dirname(file);
    if (!statSync(folder).isDirectory()) throw new DatabaseFileError(file, reasons.ENOTDIR);
    // SQLite keeps its journal beside the file.
    accessSync(folder, constants.W_OK | constants.X_OK);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) throw new DatabaseFileError(file, 'it is a folder');
    if (!stat.isFile()) throw new DatabaseFileError(file, 'it is not a regular file');
    accessSync(file, constants.R_OK | constants.W_OK);
    if (stat.size > 0) checkHeader(file);
  } catch (error) {
    throw databaseFileError(file, error);
  }
}

/** Reads the header without SQLite, which may change a file by opening it. */
function checkHeader(file: string): void {
  // A journal is left when SQLite was stopped while writing, perhaps while it made the database. SQLite repairs that on opening.
  if (existsSync(`${file}-journal`)) return;
  const bytes = Buffer.alloc(header.bytes);
  const descriptor = openSync(file, 'r');
  let length = 0;
  try {
    length = readSync(descriptor, bytes, 0, header.bytes, 0);
  } finally {
    closeSync(descriptor);
  }
  if (length < header.bytes || bytes.toString('latin1', 0, header.magic.length) !== header.magic) {
    throw new DatabaseFileError(file, reasons.SQLITE_NOTADB);
  }
  if (bytes.readUInt32BE(header.applicationIdAt) !== applicationId) throw foreignDatabase(file);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.entries(reasons).find(([name]) => name === code);
  return known?.[1] ?? (error instanceof Error ? error.message : String(error));
}

/** A database file that cannot be used. The message is one plain line that names the file and says why. */
export class DatabaseFileError extends SourceError {
  override readonly name = 'DatabaseFileError';

  constructor(file: string, reason: string, cause?: unknown) {
    super(`Cannot use ${file} as the database: ${reason}.`, cause);
  }
}
