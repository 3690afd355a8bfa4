import type { Collection } from '../engine/columns/collection.ts';

/** The rows of an export, as they were when it began. */
export interface BegunExport {
  readonly collection: Collection;
  readonly order: Uint32Array;
}

/**
 * Exports on their way, by their ids: what is loaded meanwhile does not change their rows. They end with the list that they are of,
 * whose rows they would keep.
 */
export const begunExports = new Map<string, BegunExport>();
