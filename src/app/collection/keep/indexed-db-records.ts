import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { databaseName } from './database-name.ts';
import type { KeptRecords, WithRecords } from './kept-records.ts';

/** Of the stores below; what they hold has a format of its own. */
const databaseVersion = 1;
const openWithinMs = 3000;

const storeNames = ['lists', 'chunks'] as const;

interface Schema extends DBSchema {
  lists: { key: string; value: { readonly key: string } };
  chunks: { key: [list: string, id: string]; value: unknown };
}

/** The records of this browser. They are open for no longer than they are needed, so that nobody waits who wants to drop them. */
export const withIndexedDb: WithRecords = async (act, { created }) => {
  const database = await openThisVersion(created);
  try {
    return await act(recordsOf(database));
  } finally {
    database.close();
  }
};

/** A database of another version, or without its stores, is dropped. */
async function openThisVersion(created: boolean): Promise<IDBPDatabase<Schema>> {
  try {
    const database = await orTooLate(open(created));
    if (storeNames.every((name) => database.objectStoreNames.contains(name))) return database;
    database.close();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
  }
  await orTooLate(deleteDB(databaseName));
  return await orTooLate(open(created));
}

/** A browser that holds an answer back must not hold a list up: then nothing is kept. */
async function orTooLate<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('There was no answer.', 'TimeoutError')), openWithinMs);
  });
  return await Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function open(created: boolean): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database, _from, _to, transaction) {
      if (!created) {
        transaction.done.catch(() => {});
        // A database whose first transaction is given up is not made.
        transaction.abort();
        return;
      }
      database.createObjectStore('lists', { keyPath: 'key' });
      database.createObjectStore('chunks');
    },
    // As at sign-out: what is being read or written fails.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

function recordsOf(database: IDBPDatabase<Schema>): KeptRecords {
  return {
    list: (key) => database.get('lists', key),
    async lists() {
      return (await database.getAll('lists')).map((value) => ({ key: value.key, value }));
    },
    async putList(list) {
      await database.put('lists', list);
    },
    deleteList: (key) => database.delete('lists', key),
    chunk: ({ list, id }) => database.get('chunks', [list, id]),
    async chunkKeys() {
      return (await database.getAllKeys('chunks')).map(([list, id]) => ({ list, id }));
    },
    async putChunk({ list, id }, chunk) {
      await database.put('chunks', chunk, [list, id]);
    },
    deleteChunk: ({ list, id }) => database.delete('chunks', [list, id]),
  };
}
