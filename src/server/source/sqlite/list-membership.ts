import type { Transaction } from 'kysely';
import type { DatasetRow } from './dataset-row.ts';
import { listBucket, listLevelBits } from './list-index.ts';
import { kindsOf, listNumber } from './list-rules.ts';
import type { Schema } from './schema.ts';

/** How many lists one statement changes; SQLite takes 32,766 parameters, and a list needs four in each of three levels. */
const listsPerStatement = 500;

/** Brings the lists of the owner, and of all with whom the dataset is shared, from `before` to `after`. */
export async function moveBetweenLists(
  trx: Transaction<Schema>,
  before: DatasetRow | undefined,
  after: DatasetRow | undefined,
): Promise<void> {
  const dataset = after ?? before;
  if (!dataset) return;
  const owner = changeOfKinds(before, after, true);
  const reader = changeOfKinds(before, after, false);
  const readers = reader.left.length + reader.joined.length > 0 ? await readersOf(trx, dataset.seq) : [];
  const listsOf = (change: 'left' | 'joined'): number[] => [
    ...owner[change].map((kind) => listNumber(dataset.owner_no, kind)),
    ...readers.flatMap((userNo) => reader[change].map((kind) => listNumber(userNo, kind))),
  ];
  await leaveLists(trx, dataset.seq, listsOf('left'));
  await joinLists(trx, dataset.seq, listsOf('joined'));
}

/** Puts a dataset on the lists of a user with whom it is shared now. */
export async function joinReaderLists(trx: Transaction<Schema>, dataset: DatasetRow, userNo: number): Promise<void> {
  await joinLists(trx, dataset.seq, readerLists(dataset, userNo));
}

/** Takes a dataset off the lists of a user with whom it is shared no more. */
export async function leaveReaderLists(trx: Transaction<Schema>, dataset: DatasetRow, userNo: number): Promise<void> {
  await leaveLists(trx, dataset.seq, readerLists(dataset, userNo));
}

/** The kinds of lists that a dataset leaves and joins, those of its owner or those of whom it is shared with. */
function changeOfKinds(
  before: DatasetRow | undefined,
  after: DatasetRow | undefined,
  isOwner: boolean,
): { readonly left: readonly number[]; readonly joined: readonly number[] } {
  const was = kindsOf(before, isOwner);
  const is = kindsOf(after, isOwner);
  return { left: was.filter((kind) => !is.includes(kind)), joined: is.filter((kind) => !was.includes(kind)) };
}

function readerLists(dataset: DatasetRow, userNo: number): number[] {
  return kindsOf(dataset, false).map((kind) => listNumber(userNo, kind));
}

async function readersOf(trx: Transaction<Schema>, seq: number): Promise<number[]> {
  const rows = await trx.selectFrom('shares').select('user_no').where('dataset_seq', '=', seq).execute();
  return rows.map((row) => row.user_no);
}

async function joinLists(trx: Transaction<Schema>, seq: number, lists: readonly number[]): Promise<void> {
  for (const some of portions(lists)) {
    await trx
      .insertInto('list_entries')
      .values(some.map((list_no) => ({ list_no, seq })))
      .execute();
    await trx
      .insertInto('list_counts')
      .values(
        some.flatMap((list_no) =>
          listLevelBits.map((_, level) => ({ list_no, level, bucket: listBucket(seq, level), entry_count: 1 })),
        ),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['list_no', 'level', 'bucket'])
          .doUpdateSet((eb) => ({ entry_count: eb('list_counts.entry_count', '+', 1) })),
      )
      .execute();
  }
}

async function leaveLists(trx: Transaction<Schema>, seq: number, lists: readonly number[]): Promise<void> {
  for (const some of portions(lists)) {
    await trx.deleteFrom('list_entries').where('seq', '=', seq).where('list_no', 'in', some).execute();
    for (const level of listLevelBits.keys()) {
      const bucket = listBucket(seq, level);
      await trx
        .updateTable('list_counts')
        .set((eb) => ({ entry_count: eb('entry_count', '-', 1) }))
        .where('level', '=', level)
        .where('bucket', '=', bucket)
        .where('list_no', 'in', some)
        .execute();
      await trx
        .deleteFrom('list_counts')
        .where('level', '=', level)
        .where('bucket', '=', bucket)
        .where('list_no', 'in', some)
        .where('entry_count', '=', 0)
        .execute();
    }
  }
}

function portions(lists: readonly number[]): number[][] {
  const count = Math.ceil(lists.length / listsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    lists.slice(index * listsPerStatement, (index + 1) * listsPerStatement),
  );
}
