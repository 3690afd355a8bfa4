import type { Collection } from '../../../engine/columns/collection.ts';
import type { Problem } from '../fetch/problem.ts';

/** A whole collection, and how old it is. */
export interface KeptCollection {
  readonly collection: Collection;
  /** When the load ended that it is from, in ms since 1970. */
  readonly loadedAtMs: number;
  /** When the rows were read that were not read again since, in ms since 1970. */
  readonly asOfMs: number;
  /** How many those are. */
  readonly oldRows: number;
  readonly problems: readonly Problem[];
}

/** Keeps the collection of one list on this device. Never rejects: what cannot be kept is read from the server again. */
export interface CollectionKeeper {
  /** What is kept; `undefined` when nothing is that `isWanted`. */
  readonly read: (
    isWanted?: (kept: Omit<KeptCollection, 'collection'>) => boolean,
  ) => Promise<KeptCollection | undefined>;
  /** Keeps a collection. Its first `sameRows` rows are those that were read or kept last. */
  readonly write: (kept: KeptCollection, sameRows: number) => Promise<void>;
}
