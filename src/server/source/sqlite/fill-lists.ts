import type { Transaction } from 'kysely';
import { countEntries } from './count-entries.ts';
import { listKind, listsPerUser } from './list-numbers.ts';
import type { Schema } from './schema.ts';

/** Puts the datasets after `seq` on the lists of their owners and of those they are shared with. */
export async function fillLists(trx: Transaction<Schema>, seq: number): Promise<void> {
  for (const filter of ['named', 'filled'] as const) {
    for (const ownership of ['all', 'ownedByMe', 'sharedWithMe'] as const) {
      const kind = listKind(filter, ownership);
      const matching = trx
        .selectFrom('datasets')
        .where('datasets.seq', '>', seq)
        .where((eb) => (filter === 'named' ? eb('name', 'is not', null) : eb('item_count', '>', 0)));
      const owned = matching.select((eb) => [
        eb(eb('owner_no', '*', listsPerUser), '+', kind).as('list_no'),
        'datasets.seq',
      ]);
      const shared = matching
        .innerJoin('shares', 'shares.dataset_seq', 'datasets.seq')
        .select((eb) => [eb(eb('user_no', '*', listsPerUser), '+', kind).as('list_no'), 'datasets.seq']);
      const insert = trx.insertInto('list_entries').columns(['list_no', 'seq']);
      if (ownership !== 'sharedWithMe') await insert.expression(owned).execute();
      if (ownership !== 'ownedByMe') await insert.expression(shared).execute();
    }
  }
  await countEntries(trx, { afterSeq: seq });
}
