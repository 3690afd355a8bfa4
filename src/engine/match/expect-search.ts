import type { Collection } from '../columns/collection.ts';
import { rowIndex } from './search-texts.ts';

/** Puts the texts together that are searched, before anything is searched for: of a million rows that takes a moment. */
export function expectSearch(collection: Collection): boolean {
  rowIndex(collection);
  return true;
}
