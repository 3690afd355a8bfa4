import type { List } from './use-list.ts';

/** Whether the collection has every dataset that the list has by now: then it may answer what else pages of the API would. */
export function isWholeNow({ collection, listTotal }: Pick<List, 'collection' | 'listTotal'>): boolean {
  return collection.state.phase === 'complete' && collection.state.total === listTotal;
}
