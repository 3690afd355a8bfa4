import { type Collection, idsOf } from '../../../engine/columns/collection.ts';
import type { SyncedCollection } from './sync-collection.ts';

/** How many rows from the first one on are as they were in the collection that another one was made from, and where they were. */
export function sameRows(before: Collection | undefined, now: Collection & Pick<SyncedCollection, 'asKept'>): number {
  const [first] = now.asKept;
  return first?.from === 0 && before && idsOf(before)[0] === idsOf(now)[0] ? first.to : 0;
}
