import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { idsOf, textsOf } from '../../../engine/columns/collection.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { PageRequest } from '../fetch/page-fetcher.ts';
import { ModelList } from '../testing/model-list.ts';
import type { LoadedCollection } from './load-run.ts';
import { loadCollection } from './load-run.ts';

/** Servers that break the rules of the API: none of them may hang the load, or make it claim what is not so. */
const instantly = { wait: () => Promise.resolve(), now: () => Date.UTC(2026, 5, 1) };

interface Page {
  readonly total: unknown;
  readonly offset: number;
  readonly items: Record<string, unknown>[];
}

const listed = 90;
const capRows = 10;

/** Loads a list of 90 rows from a server that answers honestly, but for what `spoil` does to it. */
async function loadSpoiled(
  spoil: (page: Page, request: PageRequest, ask: (offset: number) => Promise<Page>) => unknown,
) {
  const list = new ModelList({ ...defaultFilter, unnamed: true }, 1000);
  while (list.rows.length > listed) list.change({ kind: 'delete', pick: 500 });
  const honest = list.fetchPage({ changes: [], caps: [capRows], delays: [], failures: new Map(), answersLate: false });
  const fetchPage = async (request: PageRequest): Promise<unknown> => {
    // The model answers pages.
    const ask = async (offset: number) => structuredClone(await honest({ ...request, offset })) as Page;
    return spoil(await ask(request.offset), request, ask);
  };
  return { loaded: await loadCollection({ table: datasetFields, fetchPage, ...instantly }), ids: list.ids };
}

function ruleCounts({ problems }: LoadedCollection) {
  return Object.fromEntries(problems.map(({ rule, count }) => [rule, count]));
}

/** Changes rows by their place in the list. */
function rowsChanged(change: (place: number) => Record<string, unknown>) {
  return (page: Page) => ({
    ...page,
    items: page.items.map((item, at) => ({ ...item, ...change(page.offset + at) })),
  });
}

describe('rows that break a rule', () => {
  it.each([
    ['have no createdAt', { createdAt: undefined }, 'field.createdAt'],
    ['have a date that is none', { modifiedAt: 'soon' }, 'field.modifiedAt'],
    ['were created in the far future', { createdAt: '+275760-09-13T00:00:00.000Z' }, 'implausible'],
    ['were created before 1970', { createdAt: '1969-01-01T00:00:00.000Z' }, 'implausible'],
    ['have a name of 10 MB', { name: 'x'.repeat(10_000_000) }, 'long'],
    ['have no owner', { userId: 7 }, 'field.userId'],
    ['have half an item', { itemCount: 0.5, cleanItemCount: -1 }, 'field.itemCount'],
    ['have a number for a name', { name: 7 }, 'field.name'],
  ])('that %s are here and counted', async (_, fields, rule) => {
    const { loaded, ids } = await loadSpoiled(rowsChanged((place) => (place === 37 || place === 50 ? fields : {})));
    expect(idsOf(loaded)).toEqual(ids);
    expect(loaded).toMatchObject({ settled: true, complete: true, total: listed });
    expect(ruleCounts(loaded)[rule]).toBe(2);
    expect(loaded.problems.find((problem) => problem.rule === rule)?.examples).toEqual([ids[37], ids[50]]);
    expect(
      Math.max(...Array.from({ length: loaded.count }, (_, row) => textsOf(loaded, 'name').at(row)?.length ?? 0)),
    ).toBeLessThan(3000);
  });

  it('that are no row, or have no id, are left out and counted', async () => {
    const { loaded, ids } = await loadSpoiled(rowsChanged((place) => (place % 30 === 9 ? { id: undefined } : {})));
    expect(idsOf(loaded)).toEqual(ids.filter((_, place) => place % 30 !== 9));
    expect(loaded).toMatchObject({ settled: true, complete: false, count: listed - 3, total: listed });
    expect(ruleCounts(loaded)).toEqual({ 'field.id': 3 });
  });

  it('that repeat an id are here once', async () => {
    const { loaded, ids } = await loadSpoiled(
      rowsChanged((place) => (place === 40 ? { id: 'id-twice' } : place === 71 ? { id: 'id-twice' } : {})),
    );
    expect(idsOf(loaded)).toEqual(
      ids.map((id, place) => (place === 40 ? 'id-twice' : id)).filter((_, place) => place !== 71),
    );
    expect(loaded).toMatchObject({ complete: false, count: listed - 1, total: listed });
    expect(ruleCounts(loaded)).toEqual({ repeated: 1 });
  });

  it('that are out of order are here and counted', async () => {
    const late = { createdAt: '2026-02-01T00:00:00.000Z' };
    const { loaded, ids } = await loadSpoiled(rowsChanged((place) => (place === 20 ? late : {})));
    expect(idsOf(loaded)).toEqual(ids);
    expect(ruleCounts(loaded)).toEqual({ order: 1 });
  });
});

describe('answers that break a rule', () => {
  it('with a total as text are told, and the text is believed', async () => {
    const { loaded, ids } = await loadSpoiled((page) => ({ ...page, total: String(page.total) }));
    expect(idsOf(loaded)).toEqual(ids);
    expect(loaded).toMatchObject({ settled: true, complete: true });
    expect(ruleCounts(loaded).total).toBe(loaded.requests);
  });

  it.each([[undefined], [null], ['many'], [-1], [1.5], [Number.NaN]])(
    'with a total of %j are read to the last row, which is not said to be all',
    async (total) => {
      const { loaded, ids } = await loadSpoiled((page) => ({ ...page, total }));
      expect(idsOf(loaded)).toEqual(ids);
      expect(loaded).toMatchObject({ settled: false, complete: false });
      expect(ruleCounts(loaded).total).toBeGreaterThan(0);
    },
  );

  it.each([[20], [0], [1000]])('with a total of %d, which is wrong, are read to the last row', async (total) => {
    const { loaded, ids } = await loadSpoiled((page) => ({ ...page, total }));
    expect(idsOf(loaded)).toEqual(ids);
    expect(loaded).toMatchObject({ settled: false, complete: false });
    expect(ruleCounts(loaded)).toEqual({ totalWrong: 1 });
  });

  it('that are always the first page come to an end', async () => {
    const { loaded } = await loadSpoiled((_page, _request, ask) => ask(0));
    expect(loaded.complete).toBe(false);
    expect(new Set(idsOf(loaded)).size).toBe(loaded.count);
    expect(loaded.problems.map(({ rule }) => rule)).toContain('offset');
    expect(loaded.requests).toBeLessThan(500);
  });

  it.each([
    ['twice', -9],
    ['after one that was skipped', 9],
  ])('that bring a page %s are told', async (_, shift) => {
    const { loaded, ids } = await loadSpoiled(async (page, { offset }, ask) =>
      offset >= 36 && offset < 50 ? { ...(await ask(offset + shift)), offset } : page,
    );
    expect(loaded).toMatchObject({ settled: false, complete: false });
    expect(ruleCounts(loaded).seam).toBe(1);
    expect(new Set(idsOf(loaded)).size).toBe(loaded.count);
    expect(ids).toEqual(expect.arrayContaining([...idsOf(loaded)]));
    expect(loaded.requests).toBeLessThan(500);
  });

  it('with two totals by turns are read to the last row, and told', async () => {
    let requests = 0;
    const { loaded, ids } = await loadSpoiled((page) => ({ ...page, total: requests++ % 2 ? listed : listed + 30 }));
    expect(idsOf(loaded)).toEqual(ids);
    expect(loaded).toMatchObject({ settled: false, complete: false });
    expect(ruleCounts(loaded)).toEqual({ totalUnsteady: 1 });
    expect(loaded.problems[0]?.examples).toEqual([`${listed}–${listed + 30}`]);
    expect(loaded.requests).toBeLessThan(100);
  });

  it('that are empty at every second place leave the rows of all others', async () => {
    const isEmpty = (place: number) => Math.floor(place / capRows) % 2 === 1;
    const { loaded, ids } = await loadSpoiled((page) => (isEmpty(page.offset) ? { ...page, items: [] } : page));
    expect(idsOf(loaded)).toEqual(ids.filter((_, place) => !isEmpty(place)));
    expect(loaded).toMatchObject({ settled: false, complete: false, total: listed });
    expect(ruleCounts(loaded)).toEqual({ totalWrong: 1 });
    expect(loaded.requests).toBeLessThan(100);
  });

  it('that never end come to an end, and it is told where', async () => {
    const { loaded } = await loadSpoiled((_page, { offset }) => ({
      total: offset + 2 * capRows,
      offset,
      items: Array.from({ length: capRows }, (_, at) => ({
        id: `id-${offset + at}`,
        userId: 'user-1',
        createdAt: '2026-01-01T00:00:00.000Z',
        modifiedAt: '2026-01-01T00:00:00.000Z',
        accessedAt: '2026-01-01T00:00:00.000Z',
        itemCount: 0,
        cleanItemCount: 0,
      })),
    }));
    expect(loaded).toMatchObject({ settled: false, complete: false });
    expect(loaded.problems.map(({ rule }) => rule)).toEqual(['endless']);
    expect(loaded.requests).toBeLessThan(12_000);
  });

  it('that never agree with one another come to an end', async () => {
    let turn = 0;
    const { loaded } = await loadSpoiled((page) => ({
      ...page,
      total: 80 + (turn++ % 7),
      items: page.items.slice(turn % 2),
    }));
    expect(loaded.complete).toBe(false);
    expect(loaded.requests).toBeLessThan(2000);
  });

  it.each([[null], [undefined], ['rows'], [[]], [{ total: 3 }], [{ total: 3, items: {} }]])(
    'that are %j are asked for again, and then given up',
    async (data) => {
      await expect(loadSpoiled(() => data)).rejects.toMatchObject({ kind: 'malformed' });
    },
  );
});
