import type Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { applicationId, databaseFileError, inMemory, openDatabaseFile, removeEmptyFile } from './database-file.ts';
import { DatabaseFileError } from './database-file-error.ts';
import { migrations } from './migrations.ts';
import { randomId } from './random-base62.ts';
import type { Schema } from './schema.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import { retryWhileBusy } from './transactions.ts';

/** The username of whom a request without a token stands for. */
export const localUsername = 'local';

/** Room for the inner pages of the indexes of a million datasets. */
const cacheKib = 65_536;

/** Where the database is, and what a new one begins with. */
export interface ConnectionOptions {
  /** A path, or `:memory:`. A missing file is made, its folder is not. */
  readonly file: string;
  /** The id of the local user of a new database; random when absent. */
  readonly localUserId?: string;
}

/**
 * Opens a database of ours, or makes one, and brings it up to the newest schema. Several processes may do so at once.
 * @throws DatabaseFileError, and nothing was made or changed: all that is done is done in one transaction
 */
export async function openConnection(options: ConnectionOptions): Promise<Kysely<Schema>> {
  const { file } = options;
  const database = openDatabaseFile(file);
  const db = new Kysely<Schema>({
    dialect: {
      createDriver: () => new SqliteDriver(database),
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    },
  });
  try {
    database.pragma('foreign_keys = on');
    // What is acknowledged survives a loss of power, which NORMAL does not promise in WAL mode.
    database.pragma('synchronous = full');
    database.pragma(`cache_size = -${cacheKib}`);
    if (versionOf(database) < migrations.length) await retryWhileBusy(() => migrate(db, database, options));
    checkVersion(file, database);
    if (file !== inMemory) await retryWhileBusy(() => database.pragma('journal_mode = wal'));
    return db;
  } catch (error) {
    await db.destroy();
    if (database.open) database.close();
    removeEmptyFile(file);
    throw databaseFileError(file, error);
  }
}

async function migrate(db: Kysely<Schema>, database: Database.Database, options: ConnectionOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Another process may have been first.
    const version = versionOf(database);
    if (version === 0) checkEmpty(options.file, database);
    for (const migration of migrations.slice(version)) await migration(trx.withTables<never>());
    if (version === 0) await addLocalUser(trx, options.localUserId ?? randomId());
    if (version < migrations.length) {
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migrations.length}`);
    }
  });
}

async function addLocalUser(db: Kysely<Schema>, id: string): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id,
      username: localUsername,
      username_key: localUsername,
      created_at: Date.now(),
      removed_at: null,
    })
    .execute();
}

function checkEmpty(file: string, database: Database.Database): void {
  if (database.prepare('select 1 from sqlite_schema limit 1').get() !== undefined) {
    throw new DatabaseFileError(file, 'it is a database of another program');
  }
}

function checkVersion(file: string, database: Database.Database): void {
  const version = versionOf(database);
  if (version > migrations.length) {
    const found = `version ${version}, this one knows ${migrations.length}`;
    throw new DatabaseFileError(file, `it was made by a newer Setlist (${found})`);
  }
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
