import { expect, it } from 'vitest';
import { homeView } from '../../address/paths.ts';
import { datasetRow } from '../../collection/testing/dataset-row.ts';
import { keepPage } from '../pages/keep-page.ts';
import { answerOfKept, keptAnswer, stateBehindKept } from './kept-answer.ts';
import { scopeTextOf } from './scope-text.ts';

const items = [datasetRow(0), datasetRow(1)];
const kept = { page: { total: 100_000, offset: 0, limit: 2, desc: true, count: 2, items }, updatedAtMs: 5 };
const byItems = { ...homeView, sort: [{ column: 'itemCount', desc: true }] as const };

it('is looked for by the address, and not for a search', () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  };
  const pages = { storage, server: 'a' };
  keepPage(pages, { path: '/datasets?desc=1&limit=50&sort=-itemCount', ...kept });
  keepPage(pages, { path: '/datasets?desc=1&limit=50&q=shop&sort=-itemCount', ...kept });
  expect(keptAnswer(pages, byItems)).toEqual(kept);
  expect(keptAnswer(pages, { ...byItems, q: 'shop' })).toBeUndefined();
});

it('counts as all of the list, as it was', () => {
  const formats = { formatCount: String, formatSince: (timeMs: number) => `${timeMs} ms` };
  const scope = scopeTextOf(stateBehindKept(kept), { listTotal: 100_001, ...formats });
  expect(scope).toEqual({ text: 'all 100000, as of 5 ms', isAll: true });
  expect(answerOfKept(kept)).toMatchObject({ rows: items, matching: 100_000, covered: 100_000, total: 100_000 });
});
