import { forgetPages, keptPaths, keptPathsKey } from './forget-pages.ts';
import { type KeptPage, type KeptPages, keptPageKey } from './kept-pages.ts';

const maxPages = 6;
/** Characters of JSON: a page of 1,000 rows has about 350,000, and browsers give an origin about 5,000,000. */
const maxPageChars = 600_000;

/**
 * Keeps a page for the next visit under its path: the API's, or the dashboard's own where the whole collection answered. A browser
 * that refuses to store anything keeps nothing.
 */
export function keepPage(
  { storage, server }: KeptPages,
  { path, page, updatedAtMs }: KeptPage & { path: string },
): void {
  const text = JSON.stringify({ server, updatedAtMs, data: page });
  if (text.length > maxPageChars) return;
  const all = [path, ...keptPaths(storage).filter((other) => other !== path)];
  forgetPages(storage, all.slice(maxPages));
  try {
    // The index first: a page that is not in it would never be removed.
    storage.setItem(keptPathsKey, JSON.stringify(all.slice(0, maxPages)));
    storage.setItem(keptPageKey(path), text);
  } catch {
    forgetPages(storage);
  }
}
