import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportQuestion, ExportStretch } from './answer-export.ts';
import { type CollectOptions, collectExport } from './collect-export.ts';
import type { AskCollection } from './collection-store.ts';

const question: CollectOptions['question'] = {
  sort: [],
  desc: false,
  q: '',
  format: 'jsonl',
  fields: ['id'],
  userId: undefined,
  locales: [],
};

/** Answers as the worker does, from `matching` rows of ten bytes. */
function asker(matching: number, change: (asked: ExportQuestion) => Partial<ExportStretch> | undefined = () => ({})) {
  const asked: ExportQuestion[] = [];
  const answer = async (_name: string, one: ExportQuestion): Promise<ExportStretch | undefined> => {
    asked.push(one);
    const end = Math.min(matching, one.from + one.limit);
    const changed = change(one);
    const part = new Blob(['x'.repeat((end - one.from) * 10)]);
    return changed && { part, end, matching, covered: matching, total: matching, ...changed };
  };
  return { asked, ask: answer as unknown as AskCollection };
}

function collect(ask: AskCollection, change: Partial<CollectOptions> = {}) {
  const progress: number[] = [];
  const made = collectExport({
    ask,
    question,
    signal: new AbortController().signal,
    onProgress: ({ rows }) => progress.push(rows),
    isPartWanted: false,
    ...change,
  });
  return { made, progress };
}

afterEach(() => vi.useRealTimers());

describe('an export', () => {
  it('is collected to its last row, and says how far it is', async () => {
    const { asked, ask } = asker(9_000);
    const { made, progress } = collect(ask);
    expect(await made).toMatchObject({ rows: 9_000, bytes: 90_000 });
    expect(progress).toEqual([4_000, 8_000, 9_000]);
    expect(new Set(asked.map(({ exportId }) => exportId)).size).toBe(1);
  });

  it('given up asks no further, and lets go of its rows', async () => {
    const abort = new AbortController();
    const { asked, ask } = asker(50_000, ({ from }) => {
      if (from === 8_000) abort.abort(new Error('no longer wanted'));
      return {};
    });
    await expect(collect(ask, { signal: abort.signal }).made).rejects.toThrow('no longer wanted');
    expect(asked.map(({ from, limit }) => [from, limit])).toEqual([
      [0, 4_000],
      [4_000, 4_000],
      [8_000, 4_000],
      [8_000, 0],
    ]);
  });

  it('too large for where it should go ends there', async () => {
    const { asked, ask } = asker(50_000);
    await expect(collect(ask, { maxBytes: 50_000 }).made).rejects.toMatchObject({ reason: 'too-large' });
    expect(asked).toHaveLength(3);
  });

  it('is never taken for the whole when it is a part', async () => {
    const { ask } = asker(100, () => ({ total: 200 }));
    await expect(collect(ask).made).rejects.toMatchObject({ reason: 'part' });
    expect(await collect(ask, { isPartWanted: true }).made).toMatchObject({ rows: 100 });
  });

  it('says so when its rows are gone', async () => {
    const { ask } = asker(50_000, ({ from }) => (from === 4_000 ? undefined : {}));
    await expect(collect(ask).made).rejects.toMatchObject({ reason: 'no-rows' });
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('gone'))],
    ['is silent', () => new Promise<never>(() => {})],
  ])('says so when the worker %s', async (_, ask) => {
    vi.useFakeTimers();
    const { made } = collect(ask);
    const failed = expect(made).rejects.toMatchObject({ reason: 'no-answer' });
    await vi.runAllTimersAsync();
    await failed;
  });
});
