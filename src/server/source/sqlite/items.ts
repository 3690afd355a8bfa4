import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import type { CompiledQuery, Transaction } from 'kysely';
import type { Caller, JsonText, NewItem, ReadItems } from '../interface/source.ts';
import { saveDataset, writtenAt } from './datasets.ts';
import { findWritable, notFound } from './find-dataset.ts';
import type { ItemsTable, Schema } from './schema.ts';
import { reading, type Store, writing } from './store.ts';

/** How many items one statement stores; SQLite takes 32,766 parameters. */
const itemsPerInsert = 500;
/** How many items are stored before others have their turn: what takes a few milliseconds. */
const itemsPerTurn = 10_000;
/** What a batch of read items holds at most; a larger item is a batch by itself. */
const maxBatchItems = 1000;
const maxBatchBytes = 1_048_576;

/** See `WriteSource.pushItems`. */
export function pushItems(
  store: Store,
  options: { readonly caller: Caller; readonly ref: string; readonly items: readonly NewItem[] },
): Promise<void> {
  const { caller, ref, items } = options;
  return writing(store.db, async (trx) => {
    const found = await findWritable(trx, caller, ref);
    if (items.length === 0) return;
    const { row } = found;
    await appendItems(trx, row, items);
    await saveDataset(trx, found, {
      item_count: row.item_count + items.length,
      clean_item_count: row.clean_item_count + items.filter((item) => item.clean).length,
      storage_bytes: row.storage_bytes + storedBytes(items),
      write_count: row.write_count + 1,
      ...writtenAt(row, store.now()),
    });
  });
}

/** Stores the next items of a dataset, a few in a turn of the event loop: the transaction spans many, reads go on meanwhile. */
async function appendItems(
  trx: Transaction<Schema>,
  { seq, item_count }: { readonly seq: number; readonly item_count: number },
  items: readonly NewItem[],
): Promise<void> {
  for (let from = 0; from < items.length; from += itemsPerTurn) {
    if (from > 0) await setImmediate();
    await insertItems(trx, itemRows(seq, item_count + from, items.slice(from, from + itemsPerTurn)));
  }
}

/** What items take, in bytes of UTF-8. */
export function storedBytes(items: readonly NewItem[]): number {
  return items.reduce((sum, item) => sum + Buffer.byteLength(item.json), 0);
}

/** The rows of a dataset's next items. */
export function itemRows(seq: number, firstPosition: number, items: readonly NewItem[]): ItemsTable[] {
  return items.map(({ json }, index) => ({ dataset_seq: seq, position: firstPosition + index, json }));
}

/** Stores items of one dataset or several. Statements of the full length are compiled once, because compiling takes longer than running. */
export async function insertItems(trx: Transaction<Schema>, rows: readonly ItemsTable[]): Promise<void> {
  let whole: CompiledQuery | undefined;
  for (let from = 0; from < rows.length; from += itemsPerInsert) {
    const some = rows.slice(from, from + itemsPerInsert);
    if (whole !== undefined && some.length === itemsPerInsert) {
      const parameters = some.flatMap(({ dataset_seq, position, json }) => [dataset_seq, position, json]);
      await trx.executeQuery({ ...whole, parameters });
    } else {
      whole = trx.insertInto('items').columns(['dataset_seq', 'position', 'json']).values(some).compile();
      await trx.executeQuery(whole);
    }
  }
}

/** A slice of the first `total` rows of a dataset: rows that are added while it is read are not seen. */
export function readSlice(
  store: Store,
  dataset: { readonly seq: number; readonly total: number },
  slice: { readonly offset: number; readonly limit: number; readonly desc: boolean },
): ReadItems {
  const { seq, total } = dataset;
  const count = Math.max(0, Math.min(slice.limit, total - slice.offset));
  const from = slice.desc ? total - slice.offset - count : slice.offset;
  return { total, count, batches: readBatches(store, { seq, from, to: from + count, desc: slice.desc }) };
}

interface Range {
  readonly seq: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly desc: boolean;
}

/** @throws ApiError 404 when the dataset is deleted meanwhile, so that what was read so far is not taken for the whole */
async function* readBatches(store: Store, range: Range): AsyncGenerator<readonly JsonText[]> {
  let { from, to } = range;
  while (from < to) {
    const batch = await readBatch(store, { ...range, from, to });
    if (batch.length === 0) throw notFound();
    if (range.desc) to -= batch.length;
    else from += batch.length;
    yield batch;
  }
}

/** The first items of the range that make a batch. Sizes are asked for first: SQLite knows them without reading the items. */
function readBatch(store: Store, range: Range): Promise<JsonText[]> {
  return reading(store.reads, async (trx) => {
    const within = trx
      .selectFrom('items')
      .where('dataset_seq', '=', range.seq)
      .where('position', '>=', range.from)
      .where('position', '<', range.to)
      .orderBy('position', range.desc ? 'desc' : 'asc');
    const sizes = await within
      .select((eb) => eb.fn<number>('octet_length', ['json']).as('bytes'))
      .limit(maxBatchItems)
      .execute();
    const rows = await within.select('json').limit(batchLength(sizes)).execute();
    return rows.map((row) => row.json);
  });
}

function batchLength(sizes: readonly { readonly bytes: number }[]): number {
  let bytes = 0;
  const beyond = sizes.findIndex((size) => {
    bytes += size.bytes;
    return bytes > maxBatchBytes;
  });
  return beyond < 0 ? sizes.length : Math.max(1, beyond);
}
