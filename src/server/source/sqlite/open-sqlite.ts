import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import type { Caller, ReadSource, WriteSource } from '../interface/source.ts';
import { type FlagSource, SourceError, type UserStore } from '../interface/source-definition.ts';
import { AccessLog } from './access-log.ts';
import { datasetRecord } from './dataset-row.ts';
import { createDataset, deleteDataset, updateDataset } from './datasets.ts';
import { findReadable, isOwner } from './find-dataset.ts';
import { type ImportedData, type ImportSummary, importDatasets } from './import-datasets.ts';
import { pushItems, readSlice } from './items.ts';
import { readListPage } from './list-page.ts';
import { type ConnectionOptions, localUsername, openConnection } from './open-connection.ts';
import { shareDataset, unshareDataset } from './shares.ts';
import { reading, type Store } from './store.ts';
import { addUser, findUser, findUserOfToken, listUsers, removeUser, userNumber } from './users.ts';

/** Where the database is, and what it takes for the time. */
export interface SqliteOptions extends Omit<ConnectionOptions, 'now'> {
  /** Milliseconds since 1970; the system's clock when absent. It may stand still or go back. */
  readonly now?: () => number;
}

/**
 * Opens the embedded database, or makes it. Other processes may have the file open and write to it.
 * @throws DatabaseFileError when the file cannot be used, and then nothing was made or changed
 */
export async function openSqlite(options: SqliteOptions): Promise<SqliteSource> {
  const store = await openConnection({ now: Date.now, ...options });
  const { db, reads } = store;
  const accesses = new AccessLog(store);
  return {
    authenticate: (token) => findUserOfToken(reads, token),
    localUser: () => localUser(store),
    findUser: (idOrUsername) => findUser(reads, idOrUsername),
    listDatasets: (caller, view) =>
      reading(reads, async (trx) => readListPage(trx, await userNumber(trx, caller.userId), view)),
    async getDataset(caller, ref) {
      const found = await reading(reads, (trx) => findReadable(trx, caller, ref));
      accesses.note(found.row.id);
      return datasetRecord(found.row, found.owner, { secrets: isOwner(found, caller) });
    },
    createDataset: (caller, { name }) => createDataset(store, caller, name),
    updateDataset: (caller, ref, patch) => updateDataset(store, { caller, ref, patch }),
    deleteDataset: (caller, ref) => deleteDataset(store, caller, ref),
    pushItems: (caller, ref, items) => pushItems(store, { caller, ref, items }),
    async readItems(caller, ref, slice) {
      const { row } = await reading(reads, (trx) => findReadable(trx, caller, ref));
      accesses.note(row.id);
      return readSlice(store, { seq: row.seq, total: row.item_count }, slice);
    },
    users: {
      add: (username) => addUser(store, username),
      list: () => listUsers(reads),
      remove: (username) => removeUser(store, username),
      share: (ref, username) => shareDataset(store, ref, username),
      unshare: (ref, username) => unshareDataset(store, ref, username),
    },
    importDatasets: (data) => importDatasets(store, data),
    async close() {
      await accesses.flush();
      await reads.destroy();
      await db.destroy();
    },
  };
}

async function localUser(store: Store): Promise<Caller> {
  const user = await findUser(store.reads, localUsername);
  if (!user) throw new Error('The database has no local user.');
  return user;
}

/** The embedded database: a source, and what the commands do beside the API. */
export interface SqliteSource extends ReadSource, WriteSource {
  readonly users: UserStore;
  /** Stores many datasets in one transaction, all or none. Throws `ImportError`. */
  importDatasets(data: ImportedData): Promise<ImportSummary>;
}

/** `--data FILE`. The value is always a path: ":memory:", which has a meaning of its own to SQLite, is a file of that name. */
export const sqliteSource: FlagSource<string> = {
  kind: 'database',
  argument: 'FILE',
  default: 'sample data in .setlist/sample.db',
  help: 'the database to open, made when it is not there',
  read: (file) => file,
  async open(file) {
    const path = resolve(file);
    const source = await openSqlite({ file: path });
    return {
      source,
      label: basename(path),
      description: `Database ${shorter(relative('', path), path)}`,
      close: () => source.close(),
    };
  },
  async openUsers(file, { mayCreate }) {
    if (!mayCreate && !existsSync(file)) throw new SourceError(`There is no file ${file}.`);
    return await openSqlite({ file: resolve(file) });
  },
};

function shorter(first: string, second: string): string {
  return first.length < second.length ? first : second;
}
