import { sql, type Transaction } from 'kysely';
import { listKinds, listLayout } from './list-rules.ts';
import type { Schema } from './schema.ts';

/**
 * The levels of the counted index, finest first: a bucket of level `n` covers 2^`listLevelBits[n]` consecutive values of
 * `seq`. Each bucket holds 64 of the next finer level, and the finest holds 256 datasets.
 */
export const listLevelBits = [8, 14, 20] as const;

/** The level that totals are summed over: one row for each million of datasets. */
export const topListLevel = listLevelBits.length - 1;

/** The bucket of `seq` at a level. Divides instead of shifting, which JavaScript does in 32 bits. */
export function listBucket(seq: number, level: number): number {
  return Math.floor(seq / bucketSize(level));
}

/** The first `seq` of a bucket. */
export function firstSeqOfBucket(bucket: number, level: number): number {
  return bucket * bucketSize(level);
}

/** The buckets of the next finer level that a bucket is made of: from, up to and without. */
export function finerBuckets(bucket: number, level: number): { readonly from: number; readonly to: number } {
  const each = bucketSize(level) / bucketSize(level - 1);
  return { from: bucket * each, to: (bucket + 1) * each };
}

function bucketSize(level: number): number {
  return 2 ** (listLevelBits[level] ?? 0);
}

/** Puts the datasets after `seq` on the lists of their owners and of those they are shared with. */
export async function fillLists(trx: Transaction<Schema>, seq: number): Promise<void> {
  for (const [kind, rules] of listKinds.entries()) {
    const matching = (isOwner: boolean) =>
      trx
        .selectFrom('datasets')
        .where('datasets.seq', '>', seq)
        .where((eb) => eb.and(rules.map((rule) => rule.condition(eb, isOwner))));
    const insert = trx.insertInto('list_entries').columns(['list_no', 'seq']);
    const owned = matching(true).select((eb) => [
      eb(eb('owner_no', '*', listKinds.length), '+', kind).as('list_no'),
      'datasets.seq',
    ]);
    const shared = matching(false)
      .innerJoin('shares', 'shares.dataset_seq', 'datasets.seq')
      .select((eb) => [eb(eb('user_no', '*', listKinds.length), '+', kind).as('list_no'), 'datasets.seq']);
    await insert.expression(owned).execute();
    await insert.expression(shared).execute();
  }
  await countEntries(trx, { afterSeq: seq });
}

/** Fills all lists anew if they were filled for other parameters, or other values of them, than the list has now. */
export async function renewLists(trx: Transaction<Schema>): Promise<void> {
  const { layout } = await trx.selectFrom('list_layout').select('layout').executeTakeFirstOrThrow();
  if (layout === listLayout) return;
  await trx.deleteFrom('list_entries').execute();
  await trx.deleteFrom('list_counts').execute();
  await fillLists(trx, 0);
  await trx.updateTable('list_layout').set({ layout: listLayout }).execute();
}

/**
 * Adds entries to the counts of their lists after many were written at once: all entries of one list, whose counts were taken
 * away before, or those of every list that stand after a `seq`.
 */
export async function countEntries(
  trx: Transaction<Schema>,
  which: { readonly list: number } | { readonly afterSeq: number },
): Promise<void> {
  for (const [level, bits] of listLevelBits.entries()) {
    const bucket = sql<number>`seq >> ${bits}`;
    const entries =
      'list' in which
        ? trx.selectFrom('list_entries').where('list_no', '=', which.list)
        : trx.selectFrom('list_entries').where('seq', '>', which.afterSeq);
    const counts = entries
      .select((eb) => [
        'list_no',
        eb.val(level).as('level'),
        bucket.as('bucket'),
        eb.fn.countAll<number>().as('entry_count'),
      ])
      .groupBy(['list_no', bucket]);
    await trx
      .insertInto('list_counts')
      .columns(['list_no', 'level', 'bucket', 'entry_count'])
      .expression(counts)
      .onConflict((conflict) =>
        conflict
          .columns(['list_no', 'level', 'bucket'])
          .doUpdateSet((eb) => ({ entry_count: eb('list_counts.entry_count', '+', eb.ref('excluded.entry_count')) })),
      )
      .execute();
  }
}
