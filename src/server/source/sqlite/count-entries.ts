import { sql, type Transaction } from 'kysely';
import { listLevelBits } from './list-levels.ts';
import type { Schema } from './schema.ts';

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
