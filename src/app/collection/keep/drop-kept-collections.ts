import { databaseName } from './database-name.ts';

/** Drops all that is kept on this device, once nobody reads or writes it any more. */
export function dropKeptCollections(): void {
  try {
    indexedDB.deleteDatabase(databaseName);
  } catch {
    // A browser that keeps nothing.
  }
}
