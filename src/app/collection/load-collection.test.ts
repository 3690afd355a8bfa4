import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCollection } from './load-collection.ts';
import { type ModelAnswering, type ModelChange, ModelList, type ModelView } from './testing/model-list.ts';

const runs = Number(process.env.RUNS ?? 300);

const view: fc.Arbitrary<ModelView> = fc.record({
  unnamed: fc.boolean(),
  ownership: fc.constantFrom('all', 'ownedByMe', 'sharedWithMe'),
});
const change: fc.Arbitrary<ModelChange> = fc.record({
  kind: fc.constantFrom('create', 'delete', 'delete', 'push', 'name', 'unname', 'share', 'unshare'),
  pick: fc.nat(10_000),
});
const failure = fc.constantFrom('rate-limited' as const, 'server' as const, 'unreachable' as const, 'cut' as const);
const anyAnswering: fc.Arbitrary<ModelAnswering> = fc.record({
  changes: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 25 }),
  caps: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }),
  delays: fc.array(fc.nat(40), { maxLength: 12 }),
  failures: fc.array(fc.tuple(fc.nat(40), failure), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  answersLate: fc.boolean(),
});
const instantly = { wait: () => Promise.resolve(), now: () => Date.UTC(2026, 5, 1) };

describe('a small collection, loaded while it changes in every way', () => {
  it('is what the list held at some moment at the end of the load', async () => {
    await fc.assert(
      fc.asyncProperty(
        view,
        fc.nat(90),
        anyAnswering,
        fc.integer({ min: 1, max: 6 }),
        async (of, count, answering, concurrency) => {
          const list = new ModelList(of, count);
          const loaded = await loadCollection({ fetchPage: list.fetchPage(answering), concurrency, ...instantly });
          expect(loaded.settled).toBe(true);
          expect(loaded.total).toBe(loaded.id.length);
          expect(list.history.slice(-(loaded.total + 30))).toContainEqual(loaded.id);
          expect(loaded.problems).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });
});
