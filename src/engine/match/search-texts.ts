import { type Carried, perCollection, perGrowingCollection } from '../columns/per-collection.ts';
import { TextIndex } from './text-index.ts';

/** The texts that search looks at, each kind made ready when it is first needed: name, title, id and run of each row; */
export const rowIndex = perGrowingCollection({
  make({ count, name, title, id, actRunId }, carried: Carried<TextIndex> | undefined) {
    const textsOf = (row: number) => [name[row], title.at(row), id[row], actRunId.at(row)];
    return carried?.seed.grown(count, textsOf, carried.stretches) ?? new TextIndex(count, textsOf);
  },
  seedOf: (index) => index,
});

/** name and id of each owner, by code; */
export const ownerIndex = perCollection(
  ({ owner: { values } }) => new TextIndex(values.length, (code) => [values[code]?.username, values[code]?.userId]),
);

/** and each Actor, by code. */
export const actorIndex = perCollection(
  ({ actId: { values } }) => new TextIndex(values.length, (code) => [values[code]]),
);
