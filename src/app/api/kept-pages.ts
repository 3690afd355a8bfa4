import type { DatasetPage } from '../../contract/dataset-page.ts';
import { isRecord } from '../../contract/is-record.ts';
import { isPlainPage } from '../../contract/plain-page.ts';
import type { TextStorage } from './browser-storage.ts';

/** A page of the list as it was last seen. */
export interface KeptPage {
  readonly page: DatasetPage;
  /** When the server answered it, in ms since 1970. */
  readonly updatedAtMs: number;
}

/**
 * The pages last seen, kept over a reload for the time that the server cannot be reached. `path` is the API's path of the page.
 * A browser that refuses to store anything keeps nothing.
 */
export interface KeptPages {
  readonly keep: (path: string, kept: KeptPage) => void;
  readonly read: (path: string) => KeptPage | undefined;
  readonly clear: () => void;
}

const maxPages = 6;
/** Characters of JSON: a page of 1,000 rows has about 350,000, and browsers give an origin about 5,000,000. */
const maxPageChars = 600_000;
const indexKey = 'setlist.pages';

/** Pages in `storage`. `server` names what they come from: those of another server at the same address are never read. */
export function createKeptPages(storage: TextStorage, server: string): KeptPages {
  function paths(): readonly string[] {
    const index = readJson(storage, indexKey);
    return Array.isArray(index) ? index.filter((path) => typeof path === 'string') : [];
  }

  function clear(): void {
    for (const path of paths()) removeItem(storage, pageKey(path));
    removeItem(storage, indexKey);
  }

  function keep(path: string, { page, updatedAtMs }: KeptPage): void {
    const text = JSON.stringify({ server, updatedAtMs, data: page });
    if (text.length > maxPageChars) return;
    const all = [path, ...paths().filter((other) => other !== path)];
    for (const dropped of all.slice(maxPages)) removeItem(storage, pageKey(dropped));
    try {
      // The index first: a page that is not in it would never be removed.
      storage.setItem(indexKey, JSON.stringify(all.slice(0, maxPages)));
      storage.setItem(pageKey(path), text);
    } catch {
      clear();
    }
  }

  function read(path: string): KeptPage | undefined {
    const kept = readJson(storage, pageKey(path));
    if (!isRecord(kept) || kept.server !== server) return undefined;
    const { data, updatedAtMs } = kept;
    return isPlainPage(data) && typeof updatedAtMs === 'number' ? { page: data, updatedAtMs } : undefined;
  }

  return { keep, read, clear };
}

function pageKey(path: string): string {
  return `setlist.page ${path}`;
}

function readJson(storage: TextStorage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}

function removeItem(storage: TextStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // A browser that refuses to remove did not store either.
  }
}
