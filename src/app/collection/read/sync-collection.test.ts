import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { idsOf, rowOf } from '../../../engine/columns/collection.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { anyAnswering, anyView, oneAtATime } from '../testing/model-answering.ts';
import { type ModelChange, ModelList } from '../testing/model-list.ts';
import { wasHeld } from '../testing/was-held.ts';
import { loadCollection } from './load-run.ts';
import { sameRows, syncCollection } from './sync-collection.ts';

const numRuns = 40;
const instantly = { wait: () => Promise.resolve(), now: () => Date.UTC(2026, 5, 1) };
const atRest = { changes: [], caps: [10], delays: [3, 0, 2], failures: new Map(), answersLate: false };
const large = { ...instantly, confirmUpToRows: 0, readAgainUpToPages: 0 };

async function keptOf(list: ModelList) {
  const kept = await loadCollection({ table: datasetFields, fetchPage: list.fetchPage(atRest), ...instantly });
  list.requests = 0;
  return kept;
}

const changesOf = (...kinds: ModelChange['kind'][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(10_000) }), { maxLength: 12 });

describe('a large collection that was kept', () => {
  it.each([
    ['nothing has changed', [], 1],
    ['ten are new', new Array<ModelChange>(10).fill({ kind: 'create', pick: 1 }), 1],
  ] as const)('takes few requests when %s', async (_, changes, requests) => {
    const list = new ModelList(defaultFilter, 3000);
    const kept = await keptOf(list);
    for (const change of changes) list.change(change);
    const fetchPage = list.fetchPage({ ...atRest, caps: [100] });
    const synced = await syncCollection({ table: datasetFields, kept, fetchPage, limit: 100, ...large });
    expect(idsOf(synced)).toEqual(list.ids);
    expect(synced.settled).toBe(true);
    expect(synced.requests).toBeLessThanOrEqual(requests);
  });

  it.each([
    ['nothing has changed', [], 2],
    ['ten are new', new Array<ModelChange>(10).fill({ kind: 'create', pick: 1 }), 3],
    ['one is gone', [{ kind: 'delete', pick: 4000 }], 16],
  ] as const)('takes few requests also where pages are small, when %s', async (_, changes, requests) => {
    const list = new ModelList(defaultFilter, 16_000);
    const answering = { ...atRest, caps: [100] };
    const kept = await loadCollection({
      table: datasetFields,
      fetchPage: list.fetchPage(answering),
      ...instantly,
      confirmUpToRows: 0,
    });
    expect(kept.count).toBeGreaterThan(9000);
    for (const change of changes) list.change(change);
    const synced = await syncCollection({
      table: datasetFields,
      kept,
      fetchPage: list.fetchPage(answering),
      ...instantly,
    });
    expect(idsOf(synced)).toEqual(list.ids);
    expect(synced.requests).toBeLessThanOrEqual(requests);
  });

  it.each([
    ['go, and new ones come', ['delete', 'create']],
    ['come in', ['name', 'create']],
  ] as const)('is what the list held at the end while rows %s between any two requests', async (_, kinds) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), oneAtATime, fc.nat(), async (count, answering, pick) => {
        const list = new ModelList(defaultFilter, count);
        const kept = await keptOf(list);
        list.change({ kind: kinds[pick % 2] ?? 'create', pick });
        const changes = answering.changes.map((some) =>
          some.map((one): ModelChange => ({ kind: kinds[one.pick % 2] ?? 'create', pick: one.pick >> 1 })),
        );
        const fetchPage = list.fetchPage({ ...answering, changes });
        const synced = await syncCollection({ table: datasetFields, kept, fetchPage, concurrency: 1, ...large });
        if (synced.settled) expect(wasHeld(list, idsOf(synced))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['rows went, and new ones came', changesOf('delete', 'create')],
    ['rows came in', changesOf('name', 'create')],
  ])('is the list when %s', async (_, someChanges) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), someChanges, async (count, changes) => {
        const list = new ModelList(defaultFilter, count);
        const kept = await keptOf(list);
        for (const change of changes) list.change(change);
        const synced = await syncCollection({
          table: datasetFields,
          kept,
          fetchPage: list.fetchPage(atRest),
          ...large,
        });
        expect(idsOf(synced)).toEqual(list.ids);
        expect(synced.settled).toBe(true);
        const rows = idsOf(synced).map((_id, row) => rowOf(synced, row));
        const again = await keptOf(list);
        expect(rows).toEqual(idsOf(again).map((_id, row) => rowOf(again, row)));
      }),
      { numRuns },
    );
  });

  it('says which rows are as they were kept, and reads the others', async () => {
    const list = new ModelList(defaultFilter, 3000);
    const kept = await keptOf(list);
    list.change({ kind: 'delete', pick: 1500 });
    const synced = await syncCollection({ table: datasetFields, kept, fetchPage: list.fetchPage(atRest), ...large });
    expect(idsOf(synced)).toEqual(list.ids);
    const rowsAsKept = synced.asKept.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(rowsAsKept).toBeGreaterThan(synced.count - 300);
    expect(rowsAsKept).toBeLessThan(synced.count);
    for (const { from } of synced.asKept) expect(idsOf(kept)).toContain(idsOf(synced)[from]);
    expect(synced.requests).toBeLessThan(30);
  });
});

describe('a small collection that was kept', () => {
  it('is read again, and is what the list held at the end', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, fc.nat(60), anyAnswering, async (view, count, answering) => {
        const list = new ModelList(view, count);
        const kept = await keptOf(list);
        const synced = await syncCollection({
          table: datasetFields,
          kept,
          fetchPage: list.fetchPage(answering),
          ...instantly,
          readAgainUpToPages: 60,
        });
        expect(synced).toMatchObject({ settled: true, asKept: [] });
        expect(wasHeld(list, idsOf(synced))).toBe(true);
      }),
      { numRuns },
    );
  });
});

function collection(ids: readonly string[]) {
  return collectionOf(
    datasetFields,
    ids.map((id) => ({ id })),
  );
}

it.each<[string, readonly string[] | undefined, readonly { from: number; to: number }[], number]>([
  ['to the first one that is new', ['a', 'b', 'c'], [{ from: 0, to: 2 }], 2],
  ['none, when the first one is new', ['a', 'b', 'c'], [{ from: 1, to: 3 }], 0],
  ['none, when they have moved', ['gone', 'a', 'b'], [{ from: 0, to: 3 }], 0],
  ['none, when all are new', ['a'], [], 0],
  ['none, without any before', undefined, [], 0],
])('counts %s', (_what, before, asKept, rows) => {
  expect(sameRows(before && collection(before), { ...collection(['a', 'b', 'd']), asKept })).toBe(rows);
});
