import type { TextStorage } from '../browser/browser-storage.ts';
import { storedKeys } from '../browser/stored-keys.ts';

/** An entry of the history as a document finds it. */
interface FoundEntry {
  /** `undefined` where the entry has no state. */
  readonly key: string | undefined;
  /** Path and query. */
  readonly page: string;
  /** Whether the document is a reload of the one before it. */
  readonly isReload: boolean;
}

/**
 * The query and fragment that an entry of the history had when its document went. A reload has begun by then, with the address of before, so
 * the document that goes leaves word for the one that comes. Without a storage nothing is kept.
 */
export interface LeftAt {
  readonly keep: (left: { readonly key: string; readonly page: string; readonly to: string }) => void;
  /**
   * What was kept for this entry. It is told once, and what was kept for another entry never. Where the address has changed
   * after a reload began, Chromium empties the state of the entry: a reloaded entry without a key is known by its page.
   */
  readonly take: (found: FoundEntry) => string | undefined;
}

const storageKey = storedKeys.leftAt;

/** The word in `storage`, which must not outlast the tab nor be seen by another one. */
export function createLeftAt(storage: TextStorage): LeftAt {
  return {
    keep({ key, page, to }) {
      try {
        storage.setItem(storageKey, `${key} ${page} ${to}`);
      } catch {
        // Storage is full or forbidden: the address is what it was when scrolling last came to rest.
      }
    },
    take({ key, page, isReload }) {
      try {
        const [keptKey, keptPage, to = ''] =
          /^(\S*) (\S*) (\S*)$/.exec(storage.getItem(storageKey) ?? '')?.slice(1) ?? [];
        storage.removeItem(storageKey);
        const isSame = key === undefined ? isReload && keptPage === page : keptKey === key;
        return isSame ? to : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
