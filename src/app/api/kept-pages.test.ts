import { describe, expect, it } from 'vitest';
import type { DatasetPage } from '../../contract/dataset-page.ts';
import { createKeptPages } from './kept-pages.ts';

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

describe('the pages of last time', () => {
  it('come back as they were, with their age', () => {
    const storage = new MemoryStorage();
    createKeptPages(storage, 'a').keep('/v2/datasets', { page, updatedAtMs: 5 });
    expect(createKeptPages(storage, 'a').read('/v2/datasets')).toEqual({ page, updatedAtMs: 5 });
  });

  it('are never those of another view or another server', () => {
    const storage = new MemoryStorage();
    createKeptPages(storage, 'a').keep('/v2/datasets', { page, updatedAtMs: 5 });
    expect(createKeptPages(storage, 'a').read('/v2/datasets?desc=1')).toBeUndefined();
    expect(createKeptPages(storage, 'b').read('/v2/datasets')).toBeUndefined();
  });

  it('are the few seen last', () => {
    const storage = new MemoryStorage();
    const kept = createKeptPages(storage, 'a');
    for (let offset = 0; offset < 20; offset++)
      kept.keep(`/v2/datasets?offset=${offset}`, { page, updatedAtMs: offset });
    kept.keep('/v2/datasets?offset=18', { page, updatedAtMs: 99 });
    expect(storage.items.size).toBeLessThanOrEqual(7);
    expect(kept.read('/v2/datasets?offset=18')?.updatedAtMs).toBe(99);
    expect(kept.read('/v2/datasets?offset=19')).toBeDefined();
    expect(kept.read('/v2/datasets?offset=0')).toBeUndefined();
  });

  it('leave nothing behind when they are cleared', () => {
    const storage = new MemoryStorage();
    const kept = createKeptPages(storage, 'a');
    kept.keep('/v2/datasets', { page, updatedAtMs: 5 });
    kept.keep('/v2/datasets?desc=1', { page, updatedAtMs: 5 });
    kept.clear();
    expect(storage.items.size).toBe(0);
  });

  it('are given up where storage is full', () => {
    const storage = new MemoryStorage();
    storage.maxChars = 100;
    const kept = createKeptPages(storage, 'a');
    kept.keep('/v2/datasets', { page, updatedAtMs: 5 });
    expect(kept.read('/v2/datasets')).toBeUndefined();
    expect(storage.items.size).toBe(0);
  });

  it.each(['', '{', 'null', '[]', '{"server":"a","updatedAtMs":1,"data":{"total":-1}}'])(
    'are not read when what is stored is %j',
    (text) => {
      const storage = new MemoryStorage();
      storage.setItem('setlist.page /v2/datasets', text);
      expect(createKeptPages(storage, 'a').read('/v2/datasets')).toBeUndefined();
    },
  );
});
