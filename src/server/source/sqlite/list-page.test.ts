import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ListView } from '../../../contract/list-params.ts';
import { defaultView } from '../../../contract/testing/list-views.ts';
import type { Caller } from '../interface/source.ts';
import { createDataset, deleteDataset, updateDataset } from './datasets.ts';
import { importDatasets } from './import-datasets.ts';
import { pushItems } from './items.ts';
import { listLevelBits } from './list-index.ts';
import { readListPage } from './list-page.ts';
import { openConnection } from './open-connection.ts';
import { shareDataset, unshareDataset } from './shares.ts';
import { reading, type Store } from './store.ts';
import { addUser, findUser, removeUser, userNumber } from './users.ts';

/**
 * The list against a model that filters and slices an array: after every change, every view of every user must show the same
 * rows and the same total, and the counts beside the rows must be what counting the rows gives.
 */
interface ModelDataset {
  readonly id: string;
  readonly owner: string;
  name: string | null;
  items: number;
  readonly readers: Set<string>;
}

const usernames = ['local', 'ada', 'bob', 'cyd'] as const;
type Username = (typeof usernames)[number];
const ownerships = ['all', 'ownedByMe', 'sharedWithMe'] as const;

const pick = fc.nat({ max: 1_000_000 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('create'), user: fc.constantFrom(...usernames), named: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('push'), pick, count: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename'), pick, named: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete'), pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('share'), pick, user: fc.constantFrom(...usernames) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unshare'), pick, user: fc.constantFrom(...usernames) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('removeUser'), user: fc.constantFrom('ada', 'bob', 'cyd') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('skip'), by: fc.integer({ min: 1, max: 3_000_000 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const slice = fc.record({
  offset: fc.double({ min: 0, max: 1.2, noNaN: true }),
  limit: fc.integer({ min: 1, max: 40 }),
});

class World {
  readonly store: Store;
  readonly #callers: ReadonlyMap<string, Caller>;
  datasets: ModelDataset[] = [];
  #names = 0;

  private constructor(store: Store, callers: ReadonlyMap<string, Caller>) {
    this.store = store;
    this.#callers = callers;
  }

  /** Begins with enough datasets to fill several of the finest buckets. */
  static async create(imported: number): Promise<World> {
    const store = await openConnection({ file: ':memory:', now: Date.now });
    for (const username of usernames.slice(1)) await addUser(store, username);
    const callers = new Map<string, Caller>();
    for (const username of usernames) {
      const caller = await findUser(store.db, username);
      if (caller) callers.set(username, caller);
    }
    const world = new World(store, callers);
    await world.#import(imported);
    return world;
  }

  async #import(count: number): Promise<void> {
    const datasets = Array.from({ length: count }, (_, index) => ({
      id: String(index).padStart(17, 'x'),
      owner: usernames[index % 3] ?? 'local',
      name: index % 4 === 0 ? null : `old-${index}`,
      items: index % 5,
      readers: new Set(index % 7 === 0 ? ['cyd'] : []),
    }));
    this.datasets = datasets;
    await importDatasets(this.store, {
      datasets: datasets.map(({ items, readers, ...dataset }) => ({
        ...dataset,
        createdAtMs: 1000,
        sharedWith: [...readers],
        items: Array.from({ length: items }, () => ({ json: '{}', clean: false })),
      })),
    });
  }

  caller(username: string): Caller {
    const caller = this.#callers.get(username);
    if (!caller) throw new Error(`no ${username}`);
    return caller;
  }

  #pick(at: number): ModelDataset | undefined {
    return this.datasets[at % Math.max(1, this.datasets.length)];
  }

  #newName(named: boolean): string | null {
    this.#names += 1;
    return named ? `Name-${this.#names}` : null;
  }

  async apply(step: Step): Promise<void> {
    const { store } = this;
    if (step.do === 'create') {
      const name = this.#newName(step.named);
      const { dataset } = await createDataset(store, this.caller(step.user), name ?? undefined);
      this.datasets.push({ id: dataset.id, owner: step.user, name, items: 0, readers: new Set() });
    } else if (step.do === 'skip') {
      await sql`update last_creation set seq = seq + ${step.by}`.execute(store.db);
    } else if (step.do === 'removeUser') {
      await removeUser(store, step.user);
      for (const dataset of this.datasets) dataset.readers.delete(step.user);
      await addUser(store, step.user);
    } else {
      const dataset = this.#pick(step.pick);
      if (dataset) await this.#applyTo(dataset, step);
    }
  }

  async #applyTo(dataset: ModelDataset, step: Extract<Step, { pick: number }>): Promise<void> {
    const { store } = this;
    const caller = this.caller(dataset.owner);
    const { id } = dataset;
    if (step.do === 'push') {
      const items = Array.from({ length: step.count }, (_, n) => ({ json: `{"n":${n}}`, clean: true }));
      await pushItems(store, { caller, ref: id, items });
      dataset.items += step.count;
    } else if (step.do === 'rename') {
      dataset.name = this.#newName(step.named);
      await updateDataset(store, { caller, ref: id, patch: { name: dataset.name } });
    } else if (step.do === 'delete') {
      await deleteDataset(store, caller, id);
      this.datasets = this.datasets.filter((other) => other !== dataset);
    } else if (step.user !== dataset.owner) {
      const had = dataset.readers.has(step.user);
      if (step.do === 'share') {
        expect(await shareDataset(store, id, step.user)).toBe(!had);
        dataset.readers.add(step.user);
      } else {
        expect(await unshareDataset(store, id, step.user)).toBe(had);
        dataset.readers.delete(step.user);
      }
    }
  }

  expected(username: Username, view: ListView): { total: number; ids: string[] } {
    const matching = this.datasets.filter((dataset) => {
      const mine = dataset.owner === username;
      const shared = dataset.readers.has(username);
      const owned = { all: mine || shared, ownedByMe: mine, sharedWithMe: shared }[view.ownership];
      return owned && (view.unnamed ? dataset.items > 0 : dataset.name !== null);
    });
    const ids = matching.map(({ id }) => id);
    if (view.desc) ids.reverse();
    return { total: ids.length, ids: ids.slice(view.offset, view.offset + view.limit) };
  }

  async actual(username: Username, view: ListView): Promise<{ total: number; ids: string[] }> {
    const page = await reading(this.store.db, async (trx) =>
      readListPage(trx, await userNumber(trx, this.caller(username).userId), view),
    );
    return { total: page.total, ids: page.items.map((row) => String(JSON.parse(row).id)) };
  }

  async checkViews(at: { readonly offset: number; readonly limit: number }): Promise<void> {
    for (const username of usernames) {
      for (const ownership of ownerships) {
        for (const unnamed of [false, true]) {
          for (const desc of [false, true]) {
            const whole = { ...defaultView, ownership, unnamed, desc };
            const { total } = this.expected(username, whole);
            const view = { ...whole, offset: Math.floor(at.offset * total), limit: at.limit };
            expect(await this.actual(username, view)).toEqual(this.expected(username, view));
          }
        }
      }
    }
  }

  async checkCounts(): Promise<void> {
    const stored = await this.store.db
      .selectFrom('list_counts')
      .selectAll()
      .orderBy('level')
      .orderBy('list_no')
      .orderBy('bucket')
      .execute();
    const counted: unknown[] = [];
    for (const [level, bits] of listLevelBits.entries()) {
      const { rows } = await sql`
        select list_no, ${level} as level, seq >> ${bits} as bucket, count(*) as entry_count
        from list_entries group by list_no, seq >> ${bits} order by list_no, bucket`.execute(this.store.db);
      counted.push(...rows);
    }
    expect(stored).toEqual(counted);
  }
}

describe('the list', () => {
  it('shows what the model shows after every change, and its counts are those of its rows', async () => {
    const steps = fc.array(fc.tuple(step, slice), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 30, 700), steps, async (imported, changes) => {
        const world = await World.create(imported);
        try {
          await world.checkViews({ offset: 0, limit: 1000 });
          for (const [change, at] of changes) {
            await world.apply(change);
            await world.checkViews(at);
            await world.checkCounts();
          }
          await world.checkViews({ offset: 0, limit: 1000 });
        } finally {
          await world.store.db.destroy();
        }
      }),
      { numRuns: 25 },
    );
  });
});
