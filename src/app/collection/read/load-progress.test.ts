import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { type Collection, idsOf, rowOf } from '../../../engine/columns/collection.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { anyAnswering } from '../testing/model-answering.ts';
import { ModelList } from '../testing/model-list.ts';
import type { LoadProgress } from './load-progress.ts';
import { loadCollection } from './load-run.ts';
import { syncCollection } from './sync-collection.ts';

const instantly = { wait: () => Promise.resolve() };
const atRest = { changes: [], caps: [10], delays: [0, 9, 3], failures: new Map(), answersLate: false };

describe('what a load tells on its way', () => {
  it('is what is here, in order and none twice, with the total of the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (count) => {
        const list = new ModelList(defaultFilter, count);
        const { ids } = list;
        const places = new Map(ids.map((id, place) => [id, place]));
        let last: LoadProgress | undefined;
        const onProgress = (progress: LoadProgress) => {
          const partial = progress.partial();
          expect(partial).toMatchObject({ count: progress.rows, total: ids.length });
          const found = idsOf(partial).map((id) => places.get(id) ?? Number.NaN);
          expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
          expect(progress.rows).toBeGreaterThanOrEqual(last?.rows ?? 0);
          last = progress;
        };
        const loaded = await loadCollection({
          table: datasetFields,
          fetchPage: list.fetchPage(atRest),
          onProgress,
          ...instantly,
        });
        expect(last).toMatchObject({ rows: ids.length, requests: loaded.requests, expectedRequests: loaded.requests });
      }),
      { numRuns: 60 },
    );
  });

  it('is asked with what was worked out before, and answers as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 150 }), anyAnswering, async (count, answering) => {
        const list = new ModelList({ ...defaultFilter, unnamed: true }, count);
        const ask = (collection: Collection) => {
          const byName = { sort: [{ column: 'name' as const, desc: false }], limit: 20, search: '1' };
          expect(queryCollection(collection, byName)).toEqual(queryCollection({ ...collection }, byName));
        };
        const onProgress = ({ partial }: LoadProgress) => ask(partial());
        const fetchPage = list.fetchPage(answering);
        const loaded = await loadCollection({ table: datasetFields, fetchPage, onProgress, ...instantly });
        ask(loaded);
        list.change({ kind: 'delete', pick: 7 });
        const synced = await syncCollection({
          table: datasetFields,
          kept: loaded,
          fetchPage,
          readAgainUpToPages: 0,
          ...instantly,
        });
        ask(synced);
      }),
      { numRuns: 40 },
    );
  });

  it('is how long it takes without the time that it was paused', async () => {
    const list = new ModelList(defaultFilter, 1000);
    let nowMs = 0;
    let pause: Promise<void> | undefined;
    let isOver = false;
    let longestMs = 0;
    const honest = list.fetchPage(atRest);
    await loadCollection({
      table: datasetFields,
      ...instantly,
      fetchPage(request) {
        nowMs += 100;
        return honest(request);
      },
      onProgress: ({ remainingMs }) => {
        longestMs = Math.max(longestMs, remainingMs);
      },
      gate() {
        if (list.requests < 20 || isOver) return undefined;
        pause ??= new Promise(setImmediate).then(() => {
          nowMs += 3_600_000;
          isOver = true;
        });
        return pause;
      },
      now: () => nowMs,
      confirmUpToRows: 0,
    });
    expect(isOver).toBe(true);
    expect(longestMs).toBeLessThan(60_000);
  });

  it('is how many requests it takes and how long, by the pace until then', async () => {
    const list = new ModelList(defaultFilter, 1000);
    let nowMs = 0;
    const told: LoadProgress[] = [];
    const honest = list.fetchPage(atRest);
    const fetchPage: typeof honest = (request) => {
      nowMs += 100;
      return honest(request);
    };
    const loaded = await loadCollection({
      table: datasetFields,
      ...instantly,
      fetchPage,
      onProgress: (progress) => told.push(progress),
      now: () => nowMs,
      confirmUpToRows: 0,
    });
    const early = told.find(({ rows }) => rows > loaded.count / 4);
    expect(told.filter(({ rows, total, isChecking }) => isChecking && rows < total)).toEqual([]);
    expect(Math.abs((early?.expectedRequests ?? 0) - loaded.requests)).toBeLessThan(loaded.requests / 5);
    expect(Math.abs((early?.remainingMs ?? 0) - 100 * (loaded.requests - (early?.requests ?? 0)))).toBeLessThan(
      nowMs / 4,
    );
  });

  it('begins with a page that came alone, and is the rows of it', async () => {
    const list = new ModelList(defaultFilter, 8);
    const told: LoadProgress[] = [];
    const loaded = await loadCollection({
      table: datasetFields,
      fetchPage: list.fetchPage(atRest),
      onProgress: (progress) => told.push(progress),
    });
    expect(told.map(({ rows }) => rows)).toEqual([loaded.count]);
    expect(rowOf(told[0]?.partial() ?? loaded, 0)).toEqual(rowOf(loaded, 0));
    expect(loaded).toMatchObject({ evidence: 'one-answer', requests: 1 });
  });
});

describe('a load that is stopped', () => {
  it('rejects with the reason, and what was read was told', async () => {
    const list = new ModelList(defaultFilter, 1000);
    const stop = new AbortController();
    let last: LoadProgress | undefined;
    const reason = new Error('another view');
    const load = loadCollection({
      table: datasetFields,
      ...instantly,
      fetchPage: list.fetchPage(atRest),
      signal: stop.signal,
      onProgress: (progress) => {
        last = progress;
        if (progress.rows > 100) stop.abort(reason);
      },
    });
    await expect(load).rejects.toBe(reason);
    expect(last?.partial().count).toBeGreaterThan(100);
    const { requests } = list;
    await new Promise(setImmediate);
    expect(list.requests).toBe(requests);
  });

  it('is not begun when it was stopped before', async () => {
    const reason = new Error('stopped');
    const fetchPage = () => Promise.reject(new Error('asked'));
    await expect(loadCollection({ table: datasetFields, fetchPage, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('rejects with a failure that is final', async () => {
    const list = new ModelList(defaultFilter, 200);
    const honest = list.fetchPage(atRest);
    const error = Object.assign(new Error('signed out'), { status: 401 });
    const fetchPage: typeof honest = (request) => (list.requests > 8 ? Promise.reject(error) : honest(request));
    await expect(loadCollection({ table: datasetFields, fetchPage, ...instantly })).rejects.toBe(error);
  });
});
