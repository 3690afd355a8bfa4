import type { TextStorage } from '../../browser/browser-storage.ts';
import { keptPageKey, readStoredJson } from './kept-pages.ts';

/** The paths of all pages that are kept, the newest first, are kept under it. */
export const keptPathsKey = 'setlist.pages';

/** The paths of all pages that are kept, the newest first. */
export function keptPaths(storage: TextStorage): readonly string[] {
  const paths = readStoredJson(storage, keptPathsKey);
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}

/** Forgets all pages that are kept, or the few of `paths`. */
export function forgetPages(storage: TextStorage, paths?: readonly string[]): void {
  for (const path of paths ?? keptPaths(storage)) removeItem(storage, keptPageKey(path));
  if (paths === undefined) removeItem(storage, keptPathsKey);
}

function removeItem(storage: TextStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // A browser that refuses to remove did not store either.
  }
}
