import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { homeView } from '../../address/paths.ts';
import { type CollectionState, nothingLoaded } from '../../collection/read/collection-state.ts';
import type { ShownPage } from '../list/list-state.ts';
import { exportScopeOf } from './export-scope.ts';

// Whatever the machine speaks that the tests run on.
beforeEach(() => vi.stubGlobal('navigator', { languages: ['en'] }));
afterEach(() => vi.unstubAllGlobals());

const searched = { ...homeView, q: 'shop' };
const whole: Partial<CollectionState> = { phase: 'complete', covered: 1_200, total: 1_200 };

function shown(view: typeof homeView, total: number, source: ShownPage['source'] = 'view'): ShownPage {
  const page = { total, offset: 0, limit: 50, desc: true, count: 0, items: [] };
  return { view, page, updatedAtMs: 0, source };
}

function scopeOf(
  state: Partial<CollectionState>,
  given: { readonly view?: typeof homeView; readonly shown?: ShownPage; readonly pages?: number } = {},
) {
  const isAll = state.phase === 'complete';
  const list = { shown: given.shown, pages: given.pages, listTotal: 1_200 };
  return exportScopeOf(given.view ?? homeView, {
    ...list,
    scope: { text: isAll ? 'all 1,200' : 'this page', isAll },
    collection: { state: { ...nothingLoaded, ...state } },
  });
}

describe('what an export would cover', () => {
  it('is the whole list, once it is there', () => {
    const scope = scopeOf(whole);
    expect(scope.sentence).toBe('All that this view lists, not only this page: 1,200 datasets, newest first.');
    expect(scope).toMatchObject({ isAll: true, part: undefined });
  });

  it('is what was found, by the answer to this search and no other', () => {
    expect(scopeOf(whole, { view: searched, shown: shown(searched, 1) }).sentence).toContain(': 1 dataset, ');
    const before = scopeOf(whole, { view: searched, shown: shown(searched, 7, 'before') });
    expect(before.sentence).toBe('All that this view lists, not only this page, newest first.');
  });

  it('costs what the list costs while nothing of it is there, and cannot be a part of nothing', () => {
    const scope = scopeOf({}, { pages: 1_204 });
    expect(scope).toMatchObject({ isAll: false, part: undefined });
    expect(scope.cost).toBe('The list is loaded first: 1,204 requests.');
    expect(scope.sentence).not.toMatch(/\d/);
    expect(scopeOf({}, { pages: 1 }).cost).toBe('The list is loaded first: 1 request.');
  });

  it('is the list as it is now: one that has changed since is brought up to date first', () => {
    const behind = scopeOf({ ...whole, asOfMs: -1 }, { shown: shown(homeView, 1_210), pages: 2 });
    expect(behind.sentence).toContain(': 1,210 datasets, ');
    expect(behind).toMatchObject({ isAll: false, part: undefined });
    expect(behind.cost).toBe('The list has changed since: it is brought up to date first.');
    expect(scopeOf({ ...whole, asOfMs: 0 }, { shown: shown(homeView, 1_190) }).isAll).toBe(true);
    expect(scopeOf({ ...whole, asOfMs: -1 }, { view: searched, shown: shown(searched, 3) }).isAll).toBe(true);
  });

  it('can be the part that is loaded', () => {
    expect(scopeOf({ phase: 'stopped', covered: 300, total: 1_200 }).part).toEqual({ rows: 300, total: 1_200 });
    const progress = { rows: 400, isChecking: false, requests: 4, expectedRequests: 12, remainingMs: 1 };
    expect(
      scopeOf({ phase: 'loading', covered: 300, total: 1_200, progress: { ...progress, retryAtMs: undefined } }).part,
    ).toEqual({ rows: 400, total: 1_200 });
  });
});
