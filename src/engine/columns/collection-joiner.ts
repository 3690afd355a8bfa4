import type { Collection } from './collection.ts';
import { type BlockSlice, joinSlices } from './join-blocks.ts';
import { carryOver } from './per-collection.ts';
import type { RowCodes } from './row-codes.ts';
import { sameStretches } from './same-stretches.ts';

/** A collection, and what it was made of. */
export interface Joined {
  readonly collection: Collection;
  readonly slices: readonly BlockSlice[];
}

/** Makes collections of one list as it grows: each begins with what was worked out of the one before. */
export class CollectionJoiner {
  readonly codes: RowCodes;
  #last: Joined | undefined;

  constructor(codes: RowCodes, last?: Joined) {
    this.codes = codes;
    this.#last = last;
  }

  /** The collection of slices in the list's order, with `about` beside its columns. */
  join<About extends { readonly total: number }>(slices: readonly BlockSlice[], about: About): Collection & About {
    const collection = { ...joinSlices(slices, this.codes), ...about };
    if (this.#last !== undefined) {
      carryOver(this.#last.collection, collection, sameStretches(this.#last.slices, slices));
    }
    this.#last = { collection, slices };
    return collection;
  }
}
