import type { KeptList } from './kept-format.ts';
import type { ChunkKey } from './kept-records.ts';

export interface KeepLimits {
  readonly maxLists: number;
  readonly maxBytes: number;
  /** How many rows are written and read at a time. */
  readonly chunkRows: number;
}

/** A million rows take about 150 MB. */
export const keepLimits: KeepLimits = { maxLists: 8, maxBytes: 400_000_000, chunkRows: 50_000 };

/** Roughly what a list takes. */
function keptBytes({ chunks }: Pick<KeptList, 'chunks'>): number {
  return chunks.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The keys of the lists that have to go, the oldest ones. The newest one stays. */
export function beyondLimits(lists: readonly KeptList[], { maxLists, maxBytes }: KeepLimits): string[] {
  const newestFirst = lists.toSorted((one, other) => other.loadedAtMs - one.loadedAtMs);
  let bytes = 0;
  return newestFirst.flatMap((list, index) => {
    bytes += keptBytes(list);
    return index > 0 && (index >= maxLists || bytes > maxBytes) ? [list.key] : [];
  });
}

/** So long after it was begun, nobody is still writing a list. */
const longestWriteMs = 3_600_000;

/** Which write a chunk is from: what was begun and never ended is found by it. */
export function chunkIdOf(startedAtMs: number, listId: string, index: number): string {
  return `${startedAtMs} ${listId} ${index}`;
}

/** The chunks that no list has: of `keys`, whose lists nobody else writes now, or of a write that was cut off long ago. */
export function strayChunks(
  chunks: readonly ChunkKey[],
  options: { readonly lists: readonly KeptList[]; readonly keys: readonly string[]; readonly nowMs: number },
): ChunkKey[] {
  const { lists, keys, nowMs } = options;
  const used = new Map(lists.map((list) => [list.key, new Set(list.chunks.map(({ id }) => id))]));
  return chunks.filter(({ list, id }) => {
    if (used.get(list)?.has(id)) return false;
    // An id that cannot be read is nobody's.
    return keys.includes(list) || !(Number.parseInt(id, 10) > nowMs - longestWriteMs);
  });
}
