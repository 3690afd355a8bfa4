import { describe, expect, it } from 'vitest';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { forgetPages } from './forget-pages.ts';
import { keepPage } from './keep-page.ts';
import { readKeptPage } from './kept-pages.ts';

class MemoryStorage {
  readonly items = new Map<string, string>();
  maxChars = Number.POSITIVE_INFINITY;
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.maxChars) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const row: DatasetPage['items'][number] = {
  id: 'DjXKkkXgdoFNhh3gT',
  name: 'eshop-items',
  userId: 'u',
  createdAt: '2026-01-01T00:00:00.000Z',
  modifiedAt: '2026-01-01T00:00:00.000Z',
  accessedAt: '2026-01-01T00:00:00.000Z',
  itemCount: 1,
  cleanItemCount: 1,
  actId: null,
  actRunId: null,
};
const page: DatasetPage = { total: 1, offset: 0, limit: 50, desc: true, count: 1, items: [row] };

const path = '/v2/datasets';

describe('the pages of last time', () => {
  it('come back as they were, with their age', () => {
    const pages = { storage: new MemoryStorage(), server: 'a' };
    keepPage(pages, { path, page, updatedAtMs: 5 });
    expect(readKeptPage(pages, path)).toEqual({ page, updatedAtMs: 5 });
  });

  it('are never those of another view or another server', () => {
    const pages = { storage: new MemoryStorage(), server: 'a' };
    keepPage(pages, { path, page, updatedAtMs: 5 });
    expect(readKeptPage(pages, '/v2/datasets?desc=1')).toBeUndefined();
    expect(readKeptPage({ ...pages, server: 'b' }, path)).toBeUndefined();
  });

  it('are the few seen last', () => {
    const pages = { storage: new MemoryStorage(), server: 'a' };
    const pathOf = (offset: number) => `${path}?offset=${offset}`;
    for (let offset = 0; offset < 20; offset++) keepPage(pages, { path: pathOf(offset), page, updatedAtMs: offset });
    keepPage(pages, { path: pathOf(18), page, updatedAtMs: 99 });
    expect(pages.storage.items.size).toBeLessThanOrEqual(7);
    expect(readKeptPage(pages, pathOf(18))?.updatedAtMs).toBe(99);
    expect(readKeptPage(pages, pathOf(19))).toBeDefined();
    expect(readKeptPage(pages, pathOf(0))).toBeUndefined();
  });

  it('leave nothing behind when they are forgotten', () => {
    const storage = new MemoryStorage();
    keepPage({ storage, server: 'a' }, { path, page, updatedAtMs: 5 });
    keepPage({ storage, server: 'a' }, { path: `${path}?desc=1`, page, updatedAtMs: 5 });
    forgetPages(storage);
    expect(storage.items.size).toBe(0);
  });

  it('are given up where storage is full', () => {
    const pages = { storage: new MemoryStorage(), server: 'a' };
    pages.storage.maxChars = 100;
    keepPage(pages, { path, page, updatedAtMs: 5 });
    expect(readKeptPage(pages, path)).toBeUndefined();
    expect(pages.storage.items.size).toBe(0);
  });

  it.each(['', '{', 'null', '[]', '{"server":"a","updatedAtMs":1,"data":{"total":-1}}'])(
    'are not read when what is stored is %j',
    (text) => {
      const storage = new MemoryStorage();
      storage.setItem(`setlist.page ${path}`, text);
      expect(readKeptPage({ storage, server: 'a' }, path)).toBeUndefined();
    },
  );
});
