import type { Transaction } from 'kysely';
import type { ListView } from '../../../contract/list-params.ts';
import type { ListedDatasets } from '../source.ts';
import { finerBuckets, firstSeqOfBucket, topListLevel } from './list-levels.ts';
import { listOfView } from './list-numbers.ts';
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
  const list = listOfView(userNo, view);
  const top = await readCounts(trx, list, topListLevel);
  const total = top.reduce((sum, count) => sum + count.entry_count, 0);
  const count = Math.min(view.limit, total - view.offset);
  if (count <= 0) return { total, items: [] };
  const skipped = view.desc ? total - view.offset - count : view.offset;
  const rows = await readRows(trx, { list, firstSeq: await findSeq(trx, { list, top, skipped }), count });
  return { total, items: view.desc ? rows.reverse() : rows };
}

/** The `seq` of the entry that `skipped` entries come before; there is one. */
async function findSeq(
  trx: Transaction<Schema>,
  options: { readonly list: number; readonly top: readonly Count[]; readonly skipped: number },
): Promise<number> {
  const { list, skipped } = options;
  if (skipped === 0) return 0;
  let position = findBucket(options.top, skipped);
  for (let level = topListLevel; level > 0; level -= 1) {
    const counts = await readCounts(trx, list, level - 1, finerBuckets(position.bucket, level));
    position = findBucket(counts, position.skipped);
  }
  const entry = await trx
    .selectFrom('list_entries')
    .select('seq')
    .where('list_no', '=', list)
    .where('seq', '>=', firstSeqOfBucket(position.bucket, 0))
    .orderBy('seq')
    .limit(1)
    .offset(position.skipped)
    .executeTakeFirstOrThrow();
  return entry.seq;
}

/** The bucket that holds the entry, and how many of its own come before. */
function findBucket(counts: readonly Count[], skipped: number): { readonly bucket: number; readonly skipped: number } {
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
  options: { readonly list: number; readonly firstSeq: number; readonly count: number },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('list_entries')
    .innerJoin('datasets', 'datasets.seq', 'list_entries.seq')
    .select('datasets.list_json')
    .where('list_entries.list_no', '=', options.list)
    .where('list_entries.seq', '>=', options.firstSeq)
    .orderBy('list_entries.seq')
    .limit(options.count)
    .execute();
  return rows.map((row) => row.list_json);
}
