import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { isRecord } from '../../../contract/is-record.ts';
import { isPlainPage } from '../../../contract/plain-page.ts';
import type { TextStorage } from '../../browser/browser-storage.ts';

/** A page of the list as it was last seen. */
export interface KeptPage {
  readonly page: DatasetPage;
  /** When the server answered it, in ms since 1970. */
  readonly updatedAtMs: number;
}

/** The pages last seen, kept over a reload: `keepPage` writes them, which is loaded once the page works. */
export interface KeptPages {
  readonly storage: TextStorage;
  /** Names what they come from: those of another server at the same address are never read. */
  readonly server: string;
}

/** The page kept under a path. */
export function readKeptPage({ storage, server }: KeptPages, path: string): KeptPage | undefined {
  const kept = readStoredJson(storage, keptPageKey(path));
  if (!isRecord(kept) || kept.server !== server) return undefined;
  const { data, updatedAtMs } = kept;
  return isPlainPage(data) && typeof updatedAtMs === 'number' ? { page: data, updatedAtMs } : undefined;
}

/** What a page is kept under. */
export function keptPageKey(path: string): string {
  return `setlist.page ${path}`;
}

/** `undefined` for what is no JSON, or where the browser refuses to tell. */
export function readStoredJson(storage: TextStorage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}
