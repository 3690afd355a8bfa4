import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { datasetRow } from '../../collection/testing/dataset-row.ts';
import { continuePage, type ReadStretch, type Stretch, type Turn } from './page-seam.ts';

/** A list in which things are created and deleted. `number` is the place of a dataset in the order of creation. */
class ChangingList {
  readonly desc: boolean;
  #rows: { readonly number: number; readonly item: DatasetListItem }[] = [];
  #created = 0;
  /** What happens before each of the next reads. */
  readonly beforeReads: Change[][] = [];
  reads = 0;

  constructor(count: number, desc: boolean) {
    this.desc = desc;
    for (let n = 0; n < count; n += 1) this.#create();
  }

  get ids(): string[] {
    const ids = this.#rows.map(({ item }) => item.id);
    return this.desc ? ids.reverse() : ids;
  }

  change(change: Change): void {
    if (change.kind === 'create') for (let n = 0; n < change.count; n += 1) this.#create();
    else this.#rows.splice(Math.floor(change.at * this.#rows.length), change.count);
  }

  readonly read: ReadStretch = async (offset, count) => {
    this.reads += 1;
    for (const change of this.beforeReads.shift() ?? []) this.change(change);
    return this.stretch(offset, count);
  };

  stretch(offset: number, count: number): Stretch {
    const rows = this.#inOrder().slice(offset, offset + count);
    return { offset, total: this.#rows.length, rows: rows.map(({ item }) => item) };
  }

  /** The page that a turn leads to, by the order of creation, which no reader knows. */
  pageBeside({ way, rows, pageSize }: Turn): string[] {
    const all = this.#inOrder();
    const edge = numberOf((way === 'next' ? rows.at(-1) : rows[0])?.id ?? '');
    const isBehind = ({ number }: { number: number }) => (this.desc ? number < edge : number > edge);
    const before = all.filter((row) => !isBehind(row) && row.number !== edge);
    const found =
      way === 'next'
        ? all.filter(isBehind).slice(0, pageSize)
        : before.length < pageSize
          ? all.slice(0, pageSize)
          : before.slice(-pageSize);
    return found.map(({ item }) => item.id);
  }

  /** Whether nothing is left of a page, and another row is of the same millisecond as its edge: on which side of it, no date tells. */
  isUnknowable({ way, rows }: Turn): boolean {
    const edge = numberOf((way === 'next' ? rows.at(-1) : rows[0])?.id ?? '');
    const isLeft = this.#rows.some(({ item }) => rows.some(({ id }) => id === item.id));
    return !isLeft && this.#rows.some(({ number }) => number >> 1 === edge >> 1);
  }

  #inOrder() {
    return this.desc ? this.#rows.toReversed() : this.#rows;
  }

  #create(): void {
    const number = this.#created++;
    // Two in the same millisecond keep their order of creation.
    const createdAt = new Date(Date.UTC(2026, 0, 1) + (number >> 1)).toISOString();
    this.#rows.push({ number, item: { ...datasetRow(number), id: `row-${number}`, createdAt } });
  }
}

/** The place of a dataset in the order of creation. */
function numberOf(id: string): number {
  return Number(id.slice('row-'.length));
}

type Change =
  | { readonly kind: 'create'; readonly count: number }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const changes = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('create' as const), count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('delete' as const), at: share, count: fc.integer({ min: 1, max: 30 }) }),
  ),
  { maxLength: 4 },
);
const step = fc.record({
  act: fc.oneof(
    fc.constantFrom('next' as const, 'next' as const, 'next' as const, 'previous' as const),
    fc.record({ jumpTo: share }),
  ),
  before: changes,
  /** What happens while the page is being looked for. */
  meanwhile: fc.array(changes, { maxLength: 3 }),
});
const reading = fc.record({
  rows: fc.integer({ min: 1, max: 300 }),
  desc: fc.boolean(),
  size: fc.integer({ min: 2, max: 40 }),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

function turnFrom(page: Stretch, options: { way: Turn['way']; desc: boolean; size: number }): Turn {
  const { way, desc, size } = options;
  return { way, desc, rows: page.rows, offset: page.offset, total: page.total, pageSize: size };
}

/** What was read since the last jump. */
class ReadOn {
  readonly #read: string[];
  /** What was there all along. */
  #allAlong: readonly string[];

  constructor(page: Stretch, list: ChangingList) {
    this.#read = page.rows.map(({ id }) => id);
    this.#allAlong = list.ids;
  }

  expectNext(page: Stretch, list: ChangingList): void {
    const ids = page.rows.map(({ id }) => id);
    expect(
      ids.filter((id) => this.#read.includes(id)),
      'twice',
    ).toEqual([]);
    this.#read.push(...ids);
    this.#allAlong = this.#allAlong.filter((id) => list.ids.includes(id));
    const numbers = this.#read.map(numberOf);
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const passed = this.#allAlong.filter((id) => numberOf(id) > least && numberOf(id) < most);
    expect(
      passed.filter((id) => !this.#read.includes(id)),
      'left out',
    ).toEqual([]);
  }
}

type Reading = typeof reading extends fc.Arbitrary<infer Value> ? Value : never;

async function readThrough({ rows, desc, size, steps }: Reading): Promise<void> {
  const list = new ChangingList(rows, desc);
  let page = list.stretch(0, size);
  let read = new ReadOn(page, list);
  for (const { act, before, meanwhile } of steps) {
    for (const change of before) list.change(change);
    if (typeof act === 'object' || page.rows.length === 0) {
      const pages = Math.max(1, Math.ceil(list.ids.length / size));
      page = list.stretch(Math.floor((typeof act === 'object' ? act.jumpTo : 0) * pages) * size, size);
      read = new ReadOn(page, list);
      continue;
    }
    list.beforeReads.splice(0, Number.POSITIVE_INFINITY, ...meanwhile);
    const turn = turnFrom(page, { way: act, desc, size });
    page = await continuePage(turn, list.read);
    if (list.isUnknowable(turn)) {
      page = list.stretch(0, size);
      read = new ReadOn(page, list);
      continue;
    }
    const ids = page.rows.map(({ id }) => id);
    expect(ids).toEqual(list.pageBeside(turn));
    expect(ids).toEqual(list.ids.slice(page.offset, page.offset + size));
    expect(page.total).toBe(list.ids.length);
    // What is read backwards begins anew: the page before it is known to be the right one.
    if (act === 'previous') read = new ReadOn(page, list);
    else read.expectNext(page, list);
  }
}

describe('a page that is turned', () => {
  it('goes on where the one before ended, whatever was created or deleted: nothing twice, nothing left out', async () => {
    await fc.assert(fc.asyncProperty(reading, readThrough), { numRuns: 300 });
  });

  it.each([false, true])(
    'costs one read while the list rests, and two when some were only created (desc: %s)',
    async (desc) => {
      const list = new ChangingList(300, desc);
      const page = list.stretch(100, 20);
      await continuePage(turnFrom(page, { way: 'next', desc, size: 20 }), list.read);
      await continuePage(turnFrom(page, { way: 'previous', desc, size: 20 }), list.read);
      expect(list.reads).toBe(2);
      list.change({ kind: 'create', count: 70 });
      await continuePage(turnFrom(page, { way: 'next', desc, size: 20 }), list.read);
      expect(list.reads).toBe(desc ? 4 : 3);
    },
  );

  it('costs few reads also in a large list of which much has gone', async () => {
    const list = new ChangingList(20_000, true);
    const page = list.stretch(15_000, 20);
    for (let n = 0; n < 40; n += 1) list.change({ kind: 'delete', at: (n * 0.37) % 1, count: 150 });
    list.change({ kind: 'create', count: 900 });
    await continuePage(turnFrom(page, { way: 'next', desc: true, size: 20 }), list.read);
    expect(list.reads).toBeLessThanOrEqual(10);
  });

  it('is found among rows of one moment, of which there are more than a page', async () => {
    const at = { createdAt: '2026-01-01T00:00:00.000Z' };
    const all = Array.from({ length: 500 }, (_, n) => ({ ...datasetRow(n), ...at }));
    const page = { offset: 200, total: 500, rows: all.slice(200, 220) };
    const now = [...all.slice(0, 10), ...all.slice(90)];
    const read: ReadStretch = async (offset, count) => ({
      offset,
      total: now.length + 45,
      rows: now.slice(offset, offset + count),
    });
    const next = await continuePage(turnFrom(page, { way: 'next', desc: false, size: 20 }), read);
    expect(next).toMatchObject({ offset: 140, rows: all.slice(220, 240) });
  });

  it('is that of its place where nothing tells more: of rows without a date that are gone', async () => {
    const all = Array.from({ length: 100 }, (_, n) => ({ ...datasetRow(n), createdAt: 'never' }));
    let reads = 0;
    const read: ReadStretch = async (offset, count) => {
      reads += 1;
      return { offset, total: 100, rows: all.slice(offset, offset + count) };
    };
    const gone = { offset: 20, total: 100, rows: [{ ...datasetRow(900), createdAt: 'never' }] };
    const next = await continuePage(turnFrom(gone, { way: 'next', desc: false, size: 20 }), read);
    expect(next.rows).toHaveLength(20);
    expect(reads).toBeLessThanOrEqual(2);
  });
});
