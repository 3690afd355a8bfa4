import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import {
  applicationId,
  DatabaseFileError,
  databaseFileError,
  foreignDatabase,
  inMemory,
  openDatabaseFile,
  removeEmptyFile,
} from './database-file.ts';
import { renewLists } from './list-index.ts';
import { listLayout } from './list-rules.ts';
import { initial } from './migrations/0001-initial.ts';
import { addListLayout } from './migrations/0002-list-layout.ts';
import { randomId } from './random-base62.ts';
import type { Schema } from './schema.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import { retryWhileBusy, type Store, withoutWaiting } from './store.ts';

/** The username of the user that a request without a token is made by. */
export const localUsername = 'local';

/** Where the database is, and what a new one begins with. */
export interface ConnectionOptions {
  /** A path, or `:memory:`. A missing file is made, its folder is not. */
  readonly file: string;
  /** The id of the local user of a new database; random when absent. */
  readonly localUserId?: string;
  /** See `Store`. */
  readonly now: () => number;
}

/** Room for the inner pages of the indexes of a million datasets. */
const cacheKib = 65_536;
/** The most that is left of the write-ahead log beside the file after a large import. */
const maxIdleLogBytes = 67_108_864;

/**
 * Opens a database of ours, or makes one, and brings it up to the newest schema. Several processes may do so at once.
 * @throws DatabaseFileError, and nothing was made or changed: all that is done is done in one transaction
 */
export async function openConnection(options: ConnectionOptions): Promise<Store> {
  const { file, now } = options;
  const existed = existsSync(file);
  const database = openDatabaseFile(file);
  const db = kyselyOf(database);
  try {
    database.pragma('foreign_keys = on');
    // With FULL an acknowledged write survives a loss of power; NORMAL does not promise that in WAL mode.
    database.pragma('synchronous = full');
    database.pragma(`cache_size = -${cacheKib}`);
    database.pragma(`journal_size_limit = ${maxIdleLogBytes}`);
    if (!isUpToDate(database)) {
      await retryWhileBusy(() => migrate(db, database, options));
    }
    checkVersion(file, database);
    if (file !== inMemory) {
      await retryWhileBusy(() => withoutWaiting(database, () => database.pragma('journal_mode = wal')));
    }
    // The first query fails if the file is damaged beyond its header.
    await db.selectFrom('users').select('user_no').where('username_key', '=', localUsername).executeTakeFirstOrThrow();
    return { db, reads: file === inMemory ? db : await readerOf(file), now };
  } catch (error) {
    await db.destroy();
    if (database.open) database.close();
    if (!existed) removeEmptyFile(file);
    throw databaseFileError(file, error);
  }
}

/** A connection that only reads. Opened last: the file is there, is ours, and has its write-ahead log. */
async function readerOf(file: string): Promise<Kysely<Schema>> {
  const database = openDatabaseFile(file);
  database.pragma('query_only = on');
  database.pragma(`cache_size = -${cacheKib}`);
  const reads = kyselyOf(database);
  // Kysely closes only a connection that it has used, and one left open keeps the write-ahead log of a file that is moved.
  await reads.selectFrom('users').select('user_no').limit(1).execute();
  return reads;
}

function kyselyOf(database: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createDriver: () => new SqliteDriver(database),
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    },
  });
}

async function migrate(db: Kysely<Schema>, database: Database.Database, options: ConnectionOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Looked up again under the write lock: another process may have been first.
    const isNew = !isOurs(database);
    if (isNew && !isEmpty(database)) throw foreignDatabase(options.file);
    const version = isNew ? 0 : versionOf(database);
    if (version > migrations.length) return;
    for (const migration of migrations.slice(version)) await migration(trx.withTables<never>());
    await renewLists(trx);
    if (isNew) await addLocalUser(trx, options);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${migrations.length}`);
  });
}

async function addLocalUser(db: Kysely<Schema>, { localUserId = randomId(), now }: ConnectionOptions): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: localUserId,
      username: localUsername,
      username_key: localUsername,
      created_at: now(),
      removed_at: null,
    })
    .execute();
}

function checkVersion(file: string, database: Database.Database): void {
  const version = versionOf(database);
  if (version > migrations.length) {
    const found = `version ${version}, this one knows ${migrations.length}`;
    throw new DatabaseFileError(file, `it was made by a newer Setlist (${found})`);
  }
}

/** Whether the tables are as this version has them. Those of a newer version are left alone, and refused later. */
function isUpToDate(database: Database.Database): boolean {
  if (!isOurs(database) || versionOf(database) < migrations.length) return false;
  if (versionOf(database) > migrations.length) return true;
  return database.prepare('select layout from list_layout').pluck().get() === listLayout;
}

function isOurs(database: Database.Database): boolean {
  return database.pragma('application_id', { simple: true }) === applicationId;
}

function isEmpty(database: Database.Database): boolean {
  return database.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** In order; a database's `user_version` is how many of them it has. Never edit one that was released: add the next. */
const migrations: readonly ((db: Kysely<never>) => Promise<void>)[] = [initial, addListLayout];
