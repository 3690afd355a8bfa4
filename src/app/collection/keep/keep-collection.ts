import { bytesOf, PackedRowsReader, packedForm, packRows, packValues } from '../../../engine/columns/packed-rows.ts';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { beyondLimits, chunkIdOf, type KeepLimits, keepLimits, strayChunks } from './keep-limits.ts';
import type { CollectionKeeper, KeptCollection } from './kept-collection.ts';
import { type KeptChunkRef, type KeptList, keptFormat } from './kept-format.ts';
import type { KeptRecords, WithRecords } from './kept-records.ts';
import { readKeptList } from './read-kept-list.ts';

export interface KeeperOptions {
  /** What the rows of the list are. */
  readonly table: TableDescription;
  readonly withRecords: WithRecords;
  /** Whose list of which server it is. */
  readonly key: string;
  readonly limits?: KeepLimits;
  /** Now, in ms since 1970. */
  readonly now?: () => number;
}

/** Keeps the collection of one list in records. Nobody else may write the same list at the same time. */
export function keeperOf({
  table,
  withRecords,
  key,
  limits = keepLimits,
  now = Date.now,
}: KeeperOptions): CollectionKeeper {
  /** What this keeper has read or written last. */
  let last: string | undefined;
  return {
    async read(isWanted = () => true) {
      try {
        return await withRecords(
          async (records) => {
            const list = await findList(records, table, key);
            if (list === undefined || !isWanted(list)) return undefined;
            const kept = await readCollection(records, table, list);
            last = kept && list.id;
            return kept;
          },
          { created: false },
        );
      } catch {
        return undefined;
      }
    },
    async write(kept, sameRows) {
      const write = { key, limits, nowMs: now(), kept, sameRows, sameAs: last };
      last = undefined;
      try {
        last = await withRecords((records) => writeCollection(records, write), { created: true });
      } catch {
        // No room, or no leave to keep anything.
      }
    },
  };
}

/** What is kept of a list, if this version of Setlist can read it: else it is dropped. */
async function findList(records: KeptRecords, table: TableDescription, key: string): Promise<KeptList | undefined> {
  const record = await records.list(key);
  if (record === undefined) return undefined;
  const list = readKeptList(record);
  if (list?.key === key && list.form === packedForm(table)) return list;
  await records.deleteList(key);
  return undefined;
}

/** Puts a list's collection together. One that something is missing of is dropped, unless another tab has just put a newer one there. */
async function readCollection(
  records: KeptRecords,
  table: TableDescription,
  list: KeptList,
): Promise<KeptCollection | undefined> {
  const reader = new PackedRowsReader(table, list);
  for (const { id, rows } of list.chunks) {
    if (!reader.add(await records.chunk({ list: list.key, id }), rows)) break;
  }
  const collection = reader.finish();
  if (collection === undefined) {
    if (readKeptList(await records.list(list.key))?.id === list.id) await records.deleteList(list.key);
    return undefined;
  }
  const { loadedAtMs, asOfMs, oldRows, problems } = list;
  return { collection, loadedAtMs, asOfMs, oldRows, problems };
}

interface Write {
  readonly key: string;
  readonly limits: KeepLimits;
  readonly nowMs: number;
  readonly kept: KeptCollection;
  readonly sameRows: number;
  /** What has those rows. */
  readonly sameAs: string | undefined;
}

/** Writes the chunks, then the list that makes a whole of them, and makes room. Answers the list's id. */
async function writeCollection(records: KeptRecords, write: Write): Promise<string | undefined> {
  const { key, limits, nowMs, kept } = write;
  const { collection, ...about } = kept;
  const id = `${nowMs}-${Math.random().toString(36).slice(2)}`;
  const before = await findList(records, collection.table, key);
  const chunks = before === undefined || before.id !== write.sameAs ? [] : sameChunks(before, write);
  let from = chunks.reduce((rows, chunk) => rows + chunk.rows, 0);
  let bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  try {
    while (from < collection.count) {
      const to = Math.min(collection.count, from + limits.chunkRows);
      const chunk = packRows(collection, from, to);
      const ref = { id: chunkIdOf(nowMs, id, chunks.length), rows: to - from, bytes: bytesOf(chunk) };
      bytes += ref.bytes;
      if (bytes > limits.maxBytes) return undefined;
      await records.putChunk({ list: key, id: ref.id }, chunk);
      chunks.push(ref);
      from = to;
    }
    const list: KeptList = {
      ...about,
      format: keptFormat,
      form: packedForm(collection.table),
      key,
      id,
      count: collection.count,
      chunks,
      values: packValues(collection),
    };
    await records.putList(list);
    return id;
  } finally {
    await tidyUp(records, write);
  }
}

/** The chunks that need not be written again. One that is not full grows, so that there are never many small ones. */
function sameChunks({ chunks }: KeptList, { kept, sameRows, limits }: Write): KeptChunkRef[] {
  let end = 0;
  return chunks.filter(({ rows }) => {
    end += rows;
    return end <= sameRows && (rows >= limits.chunkRows || end === kept.collection.count);
  });
}

/** Drops what is too much, what no version of Setlist like this can read, and what nobody has any more. */
async function tidyUp(records: KeptRecords, { key, limits, nowMs }: Write): Promise<void> {
  const found = (await records.lists()).map((record) => ({ key: record.key, list: readKeptList(record.value) }));
  const unreadable = found.flatMap((record) => (record.list === undefined ? [record.key] : []));
  const lists = found.flatMap(({ list }) => list ?? []);
  const dropped = [...unreadable, ...beyondLimits(lists, limits)];
  for (const droppedKey of dropped) await records.deleteList(droppedKey);
  const left = lists.filter((list) => !dropped.includes(list.key));
  const strays = strayChunks(await records.chunkKeys(), { lists: left, keys: [key, ...dropped], nowMs });
  for (const stray of strays) await records.deleteChunk(stray);
}
