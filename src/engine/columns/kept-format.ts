import type { Owner } from './collection.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { Problem } from './problem.ts';

/** Changes with every change of what is below. What is of another one is dropped. */
export const keptFormat = 1;

/** The list that a kept collection is of, and its parts. It is written last: without it there is no collection. */
export interface KeptList {
  readonly format: typeof keptFormat;
  /** Whose list of which server it is. */
  readonly key: string;
  /** Tells it from what was kept under the same key before. */
  readonly id: string;
  readonly count: number;
  readonly chunks: readonly KeptChunkRef[];
  readonly owners: readonly Owner[];
  readonly actIds: readonly (string | null)[];
  readonly generalAccesses: readonly (string | null)[];
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

/** Columns of some rows; codes are in the narrowest array that holds them. */
export interface KeptChunk {
  readonly id: PackedTexts;
  readonly name: PackedTexts;
  readonly title: PackedTexts;
  readonly actRunId: PackedTexts;
  readonly owner: Codes;
  readonly actId: Codes;
  readonly generalAccess: Codes;
  readonly createdAtMs: Float64Array;
  readonly modifiedAtMs: Float64Array;
  readonly accessedAtMs: Float64Array;
  readonly itemCount: Float64Array;
  readonly cleanItemCount: Float64Array;
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;

export const textColumns = ['id', 'name', 'title', 'actRunId'] as const;
export const codedColumns = ['owner', 'actId', 'generalAccess'] as const;
export const numberColumns = ['createdAtMs', 'modifiedAtMs', 'accessedAtMs', 'itemCount', 'cleanItemCount'] as const;
