import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { idsOf } from '../../../engine/columns/collection.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { anyAnswering, anyView, farApart, oneAtATime } from '../testing/model-answering.ts';
import { ModelList } from '../testing/model-list.ts';
import { wasHeld } from '../testing/was-held.ts';
import { loadCollection } from './load-run.ts';

const numRuns = 150;
const instantly = { wait: () => Promise.resolve(), now: () => Date.UTC(2026, 5, 1) };

describe('a small collection, loaded while it changes in every way', () => {
  it('is what the list held at some moment at the end of the load', async () => {
    const concurrency = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(anyView, fc.nat(120), anyAnswering, concurrency, async (view, count, answering, concurrency) => {
        const list = new ModelList(view, count);
        const loaded = await loadCollection({
          table: datasetFields,
          fetchPage: list.fetchPage(answering),
          concurrency,
          ...instantly,
        });
        expect(loaded).toMatchObject({ settled: true, complete: true, total: loaded.count, problems: [] });
        expect(wasHeld(list, idsOf(loaded))).toBe(true);
      }),
      { numRuns },
    );
  });

  it.each(Array.from({ length: 14 }, (_, request) => request))(
    'is right when a row goes and another comes in, both before answer %d',
    async (request) => {
      const list = new ModelList(defaultFilter, 60);
      const changes = [
        ...new Array(request).fill([]),
        [
          { kind: 'delete' as const, pick: 6 },
          { kind: 'name' as const, pick: 4 },
        ],
      ];
      const answering = { changes, caps: [10], delays: [], failures: new Map(), answersLate: false };
      const loaded = await loadCollection({ table: datasetFields, fetchPage: list.fetchPage(answering), ...instantly });
      expect(loaded.settled).toBe(true);
      expect(wasHeld(list, idsOf(loaded))).toBe(true);
    },
  );
});

describe('a large collection, which is not read twice, while it changes in one way at a time', () => {
  const large = { ...instantly, confirmUpToRows: 0 };

  it('is what the list held at some moment at the end of the load, one request after the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, fc.nat(150), oneAtATime, async (view, count, answering) => {
        const list = new ModelList(view, count);
        const loaded = await loadCollection({
          table: datasetFields,
          fetchPage: list.fetchPage(answering),
          concurrency: 1,
          ...large,
        });
        if (loaded.settled) expect(wasHeld(list, idsOf(loaded))).toBe(true);
        if (answering.changes.flat().length < 3) expect(loaded.settled).toBe(true);
        expect(loaded.problems).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('is so when a row goes, another, and then one comes in: the total falls, and rises to what it was', async () => {
    const list = new ModelList(defaultFilter, 86);
    const changes = [
      [],
      [],
      [{ kind: 'unshare' as const, pick: 0 }],
      [],
      [],
      [{ kind: 'unname' as const, pick: 1175 }],
      [{ kind: 'name' as const, pick: 5866 }],
    ];
    const answering = { changes, caps: [5, 3, 1], delays: [], failures: new Map(), answersLate: false };
    const loaded = await loadCollection({
      table: datasetFields,
      fetchPage: list.fetchPage(answering),
      concurrency: 1,
      ...large,
    });
    expect(idsOf(loaded)).toEqual(list.ids);
  });

  it('is so with several requests under way and answers out of order', async () => {
    const concurrency = fc.integer({ min: 2, max: 6 });
    await fc.assert(
      fc.asyncProperty(anyView, fc.nat(150), farApart, concurrency, async (view, count, answering, concurrency) => {
        const list = new ModelList(view, count);
        const loaded = await loadCollection({
          table: datasetFields,
          fetchPage: list.fetchPage(answering),
          concurrency,
          ...large,
        });
        if (loaded.settled) expect(wasHeld(list, idsOf(loaded))).toBe(true);
        if (answering.changes.flat().length < 3) expect(loaded.settled).toBe(true);
        expect(loaded.problems).toEqual([]);
      }),
      { numRuns },
    );
  });

  it.each([
    ['the first row goes', { kind: 'unname' as const, pick: 0 }],
    ['a row in the middle goes', { kind: 'unname' as const, pick: 2001 }],
    ['a row gets a name', { kind: 'name' as const, pick: 500 }],
  ])('reads little again when %s', async (_, change) => {
    const list = new ModelList(defaultFilter, 5600);
    const pages = list.rows.length / 9;
    const changes = [...new Array(Math.floor(pages * 0.8)).fill([]), [change]];
    const answering = { changes, caps: [10], delays: [], failures: new Map(), answersLate: false };
    const loaded = await loadCollection({ table: datasetFields, fetchPage: list.fetchPage(answering), ...large });
    expect(idsOf(loaded)).toEqual(list.ids);
    expect(loaded.evidence).toBe('probed');
    expect(loaded.requests).toBeLessThan(pages + 40);
  });
});

describe('a load that is given up', () => {
  it.each([[0], [3], [60]])('while an answer of %d rows in all is told rejects with the reason', async (count) => {
    const list = new ModelList(defaultFilter, count);
    const answering = { changes: [], caps: [20], delays: [], failures: new Map(), answersLate: false };
    const stop = new AbortController();
    const reason = new Error('enough');
    const load = loadCollection({
      table: datasetFields,
      fetchPage: list.fetchPage(answering),
      signal: stop.signal,
      onProgress: ({ rows, total }) => {
        if (rows === total) stop.abort(reason);
      },
      ...instantly,
    });
    await expect(load).rejects.toBe(reason);
  });
});
