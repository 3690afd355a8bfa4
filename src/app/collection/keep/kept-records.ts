/** Where a chunk is kept. */
export interface ChunkKey {
  /** The key of its list. */
  readonly list: string;
  readonly id: string;
}

/** Where lists and their chunks are kept: in a browser, IndexedDB. Each call may fail, as without room or in a private window. */
export interface KeptRecords {
  /** What is kept of a list, unchecked; `undefined` when nothing is. */
  readonly list: (key: string) => Promise<unknown>;
  /** All of them. */
  readonly lists: () => Promise<readonly { readonly key: string; readonly value: unknown }[]>;
  readonly putList: (list: { readonly key: string }) => Promise<void>;
  readonly deleteList: (key: string) => Promise<void>;
  readonly chunk: (key: ChunkKey) => Promise<unknown>;
  readonly chunkKeys: () => Promise<readonly ChunkKey[]>;
  readonly putChunk: (key: ChunkKey, chunk: unknown) => Promise<void>;
  readonly deleteChunk: (key: ChunkKey) => Promise<void>;
}

/**
 * Opens the records for as long as something is done with them. Rejects when there are none, unless they are `created`: who only looks
 * leaves nothing behind.
 */
export type WithRecords = <Result>(
  act: (records: KeptRecords) => Promise<Result>,
  options: { readonly created: boolean },
) => Promise<Result>;
