import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { databaseName } from './database-name.ts';
import type { KeptRecords } from './kept-records.ts';

/** Of the stores below; what they hold has a format of its own. */
const databaseVersion = 1;
const openWithinMs = 3000;

interface Schema extends DBSchema {
  lists: { key: string; value: { readonly key: string } };
  chunks: { key: [list: string, id: string]; value: unknown };
}

/** The records of this browser. They are open for no longer than they are needed, so that nobody waits who wants to drop them. */
export async function withIndexedDb<Result>(act: (records: KeptRecords) => Promise<Result>): Promise<Result> {
  const database = await openThisVersion();
  try {
    return await act(recordsOf(database));
  } finally {
    database.close();
  }
}

/** A database of a version that is not known is dropped. */
async function openThisVersion(): Promise<IDBPDatabase<Schema>> {
  try {
    return await orTooLate(open());
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
    await orTooLate(deleteDB(databaseName));
    return await orTooLate(open());
  }
}

/** A browser that holds an answer back must not hold a list up: then nothing is kept. */
async function orTooLate<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('There was no answer.', 'TimeoutError')), openWithinMs);
  });
  return await Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database) {
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
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
