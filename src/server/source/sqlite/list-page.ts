import type { Transaction } from 'kysely';
import type { ListView } from '../../../contract/list-params.ts';
import type { ListedDatasets } from '../interface/source.ts';
import { finerBuckets, firstSeqOfBucket, topListLevel } from './list-index.ts';
import { listOfFilter } from './list-rules.ts';
import type { Schema } from './schema.ts';

interface Count {
  readonly bucket: number;
  readonly entry_count: number;
}

/**
 * One page of a list, at the same cost wherever it is: the counted index leads to its first row (docs/decisions/0002). The
 * page of a descending list is the mirrored page of the ascending one, turned round.
 */
export async function readListPage(trx: Transaction<Schema>, userNo: number, view: ListView): Promise<ListedDatasets> {
  const list = listOfFilter(userNo, view);
  const top = await readCounts(trx, list, topListLevel);
  const total = top.reduce((sum, count) => sum + count.entry_count, 0);
  const count = Math.min(view.limit, total - view.offset);
  if (count <= 0) return { total, items: [] };
  const skipped = view.desc ? total - view.offset - count : view.offset;
  const rows = await readRows(trx, { list, start: await findStart(trx, { list, top, skipped }), count });
  return { total, items: view.desc ? rows.reverse() : rows };
}

/** An entry of a list: the one after `skipped` others, counted from the beginning of a bucket of the finest level. */
interface Start {
  readonly bucket: number;
  readonly skipped: number;
}

/** Where the entry is that comes after `skipped` entries of the list, which must exist. */
async function findStart(
  trx: Transaction<Schema>,
  options: { readonly list: number; readonly top: readonly Count[]; readonly skipped: number },
): Promise<Start> {
  const { list, skipped } = options;
  if (skipped === 0) return { bucket: 0, skipped };
  let start = findBucket(options.top, skipped);
  for (let level = topListLevel; level > 0; level -= 1) {
    const counts = await readCounts(trx, list, level - 1, finerBuckets(start.bucket, level));
    start = findBucket(counts, start.skipped);
  }
  return start;
}

/** The bucket that holds the entry, and how many of its own come before. */
function findBucket(counts: readonly Count[], skipped: number): Start {
  let before = 0;
  for (const { bucket, entry_count } of counts) {
    if (before + entry_count > skipped) return { bucket, skipped: skipped - before };
    before += entry_count;
  }
  throw new Error('The counts of a list do not add up.');
}

async function readCounts(
  trx: Transaction<Schema>,
  list: number,
  level: number,
  range?: { readonly from: number; readonly to: number },
): Promise<Count[]> {
  let query = trx
    .selectFrom('list_counts')
    .select(['bucket', 'entry_count'])
    .where('list_no', '=', list)
    .where('level', '=', level)
    .orderBy('bucket');
  if (range) query = query.where('bucket', '>=', range.from).where('bucket', '<', range.to);
  return await query.execute();
}

async function readRows(
  trx: Transaction<Schema>,
  options: { readonly list: number; readonly start: Start; readonly count: number },
): Promise<string[]> {
  const { list, start, count } = options;
  const firstSeq = trx
    .selectFrom('list_entries')
    .select('seq')
    .where('list_no', '=', list)
    .where('seq', '>=', firstSeqOfBucket(start.bucket, 0))
    .orderBy('seq')
    .limit(1)
    .offset(start.skipped);
  const rows = await trx
    .selectFrom('list_entries')
    .innerJoin('datasets', 'datasets.seq', 'list_entries.seq')
    .select('datasets.list_json')
    .where('list_entries.list_no', '=', list)
    .where('list_entries.seq', '>=', firstSeq)
    .orderBy('list_entries.seq')
    .limit(count)
    .execute();
  return rows.map((row) => row.list_json);
}
