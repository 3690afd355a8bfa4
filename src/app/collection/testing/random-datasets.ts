import fc from 'fast-check';
import type { DatasetListItem } from '../../../contract/dataset.ts';

/** Texts that are hard to compare, to fold or to cut. */
const names = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('shop', 'Shop-2', 'shop-10', 'item 2', 'item 10', 'item 02', 'orders') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Straße',
      'STRASSE',
      'Çeşme',
      'cesme',
      'İzmir',
      'ısı',
      'ΟΔΟΣ',
      'e\u0301t\u00e9',
      'a*b',
      'a\\b',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('מבחן', '\u202eevil', '\ud800', 'x\udfff', 'line\nbreak', '🎉 party', 'が', '', ' '),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constant('long '.repeat(400)) },
);

const times = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: Date.UTC(2025, 9, 1), max: Date.UTC(2026, 3, 30) }) },
  { weight: 1, arbitrary: fc.constantFrom(-8.64e15, -1, 0, 8.64e15, Date.UTC(9999, 0)) },
);

/** What no date can be read of comes back as these words. */
const iso = fc.oneof(
  { weight: 9, arbitrary: times.map((timeMs) => new Date(timeMs).toISOString()) },
  { weight: 1, arbitrary: fc.constant('not a date') },
);

const counts = fc.oneof(fc.nat({ max: 20 }), fc.constantFrom(0, 999, 1000, 1001, 1e6, Number.MAX_SAFE_INTEGER));

const owners = fc.constantFrom(
  { userId: 'u1', username: 'ada' },
  { userId: 'u2', username: 'Bób' },
  { userId: 'u3', username: null },
);

const item = fc
  .record({
    id: fc.string({ unit: fc.constantFrom('a', 'b', 'B', '7'), minLength: 1, maxLength: 3 }),
    name: fc.option(names),
    title: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: names }),
    owner: owners,
    createdAt: iso,
    modifiedAt: iso,
    accessedAt: iso,
    itemCount: counts,
    cleanItemCount: counts,
    actId: fc.constantFrom(null, 'actA', 'actB', 'Zact'),
    actRunId: fc.constantFrom(null, 'run1', 'run2', 'Run3'),
    generalAccess: fc.constantFrom(null, 'RESTRICTED', 'ANYONE_WITH_ID_CAN_READ'),
  })
  .map(({ owner, ...rest }): DatasetListItem => ({ ...rest, ...owner }));

/** Datasets with values that occur often, that are missing and that are hard. */
export const randomDatasets = fc.array(item, { maxLength: 40 });
