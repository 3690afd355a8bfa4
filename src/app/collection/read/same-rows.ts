import type { Collection } from '../../../engine/columns/collection.ts';
import type { SyncedCollection } from './sync-collection.ts';

/** How many rows from the first one on are as they were in the collection that another one was made from, and where they were. */
export function sameRows(
  before: Pick<Collection, 'id'> | undefined,
  { id, asKept: [first] }: Pick<SyncedCollection, 'id' | 'asKept'>,
): number {
  return first?.from === 0 && before?.id[0] === id[0] ? first.to : 0;
}
