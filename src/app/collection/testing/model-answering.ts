import fc from 'fast-check';
import type { ListFilter } from '../../../contract/list-params.ts';
import { anyFilter, defaultFilter } from '../../../contract/testing/list-views.ts';
import type { ModelAnswering, ModelChange } from './model-list.ts';

/** Any list of the API; mostly the one in which names make rows come and go. */
export const anyView: fc.Arbitrary<ListFilter> = fc.oneof(fc.constant(defaultFilter), anyFilter);

const pick = fc.nat(10_000);
const change: fc.Arbitrary<ModelChange> = fc.record({
  kind: fc.constantFrom('create', 'delete', 'push', 'name', 'name', 'unname', 'share', 'unshare'),
  pick,
});
/** As many rows come in as go. */
const balanced = fc
  .tuple(
    fc.constantFrom<'delete' | 'unname' | 'unshare'>('delete', 'unname', 'unshare'),
    fc.constantFrom('name' as const, 'share' as const, 'push' as const),
    pick,
    pick,
  )
  .map(([goes, comes, one, other]): ModelChange[] => [
    { kind: goes, pick: one },
    { kind: comes, pick: other },
  ]);

const failure = fc.constantFrom('rate-limited' as const, 'server' as const, 'unreachable' as const, 'cut' as const);
const failures = fc.array(fc.tuple(fc.nat(60), failure), { maxLength: 4 }).map((pairs) => new Map(pairs));
const caps = fc.oneof(
  fc.integer({ min: 2, max: 15 }).map((cap) => [cap]),
  fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 12 }),
);
const delays = fc.array(fc.nat(40), { maxLength: 12 });
const answersLate = fc.boolean();

/** Several things at once between any two answers, and everything else that may happen. */
export const anyAnswering: fc.Arbitrary<ModelAnswering> = fc.record({
  changes: fc.array(fc.oneof(fc.constant([]), balanced, fc.array(change, { maxLength: 3 })), { maxLength: 25 }),
  caps,
  delays,
  failures,
  answersLate,
});

/** At most one change between two answers. */
export const oneAtATime: fc.Arbitrary<ModelAnswering> = fc.record({
  changes: fc.array(fc.oneof(fc.constant([]), fc.array(change, { maxLength: 1 })), { minLength: 5, maxLength: 40 }),
  caps,
  delays,
  failures: fc.constant(new Map()),
  answersLate,
});

/** So far apart that no two fall into the time that one request is under way. */
export const farApart: fc.Arbitrary<ModelAnswering> = fc.record({
  changes: fc
    .array(fc.tuple(fc.integer({ min: 14, max: 20 }), change), { maxLength: 5 })
    .map((some) => some.flatMap(([pause, one]) => [...new Array<ModelChange[]>(pause).fill([]), [one]])),
  caps,
  delays,
  failures,
  answersLate,
});
