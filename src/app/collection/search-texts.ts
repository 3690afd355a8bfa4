import type { Collection } from './collection.ts';
import { perCollection } from './per-collection.ts';
import { TextIndex } from './text-index.ts';

/** All that search looks at: what each row has for itself, and the values that many rows share once each. */
export interface SearchTexts {
  /** Name, title, id and run of each row. */
  readonly rows: TextIndex;
  /** Of each owner, by code. */
  readonly owners: TextIndex;
  /** Of each Actor, by code. */
  readonly actors: TextIndex;
}

/** The texts of a collection, made ready for search when they are first needed. */
export const searchTexts = perCollection(
  ({ count, name, title, id, actRunId, owner, actId }: Collection): SearchTexts => {
    return {
      rows: new TextIndex(count, (row) => [name[row], title[row], id[row], actRunId[row]]),
      owners: new TextIndex(owner.values.length, (code) => [owner.values[code]?.username, owner.values[code]?.userId]),
      actors: new TextIndex(actId.values.length, (code) => [actId.values[code]]),
    };
  },
);
