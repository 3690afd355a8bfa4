import type { PackedValues } from '../../../engine/columns/packed-rows.ts';
import type { Problem } from '../fetch/problem.ts';

/** Changes with every change of what is below, or of what packed rows are. What is of another one is dropped. */
export const keptFormat = 2;

/** The list that a kept collection is of, and its parts. It is written last: without it there is no collection. */
export interface KeptList {
  readonly format: typeof keptFormat;
  /** Which columns its rows have (`packedForm`). */
  readonly form: string;
  /** Whose list of which server it is. */
  readonly key: string;
  /** Tells it from what was kept under the same key before. */
  readonly id: string;
  readonly count: number;
  readonly chunks: readonly KeptChunkRef[];
  /** The values of the coded columns. */
  readonly values: PackedValues;
  /** When the load ended that it is from, in ms since 1970. */
  readonly loadedAtMs: number;
  /** When the rows were read that were not read again since, in ms since 1970. */
  readonly asOfMs: number;
  /** How many those are. */
  readonly oldRows: number;
  readonly problems: readonly Problem[];
}

/** Where some rows of a list are kept, one stretch after the other. */
export interface KeptChunkRef {
  readonly id: string;
  readonly rows: number;
  /** Roughly what it takes. */
  readonly bytes: number;
}
