import type { TextStorage } from './api/browser-storage.ts';
import { storedKeys } from './stored-keys.ts';

/**
 * The fragment that an entry of the history had when its document went. A reload has begun by then, with the address of before, so
 * the document that goes leaves word for the one that comes. Without a storage nothing is kept.
 */
export interface LeftAt {
  readonly keep: (entryKey: string, fragment: string) => void;
  /** What was kept for this entry. It is told once, and what was kept for another entry never. */
  readonly take: (entryKey: string | undefined) => string | undefined;
}

const storageKey = storedKeys.leftAt;

/** The word in `storage`, which must not outlast the tab nor be seen by another one. */
export function createLeftAt(storage: TextStorage): LeftAt {
  return {
    keep(entryKey, fragment) {
      try {
        storage.setItem(storageKey, entryKey + fragment);
      } catch {
        // Storage is full or forbidden: the address is what it was when scrolling last came to rest.
      }
    },
    take(entryKey) {
      try {
        const kept = storage.getItem(storageKey);
        storage.removeItem(storageKey);
        if (entryKey === undefined || kept === null) return undefined;
        const { key, fragment } = partsOf(kept);
        return key === entryKey ? fragment : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function partsOf(kept: string): { readonly key: string; readonly fragment: string } {
  const at = kept.indexOf('#');
  return at === -1 ? { key: kept, fragment: '' } : { key: kept.slice(0, at), fragment: kept.slice(at) };
}
