import type { Transaction } from 'kysely';
import { listBucket, listLevelBits } from './list-index.ts';
import { type ListFilter, listNumber } from './list-rules.ts';
import type { Schema } from './schema.ts';

/** How many lists one statement changes; SQLite takes 32,766 parameters, and a list needs four in each of three levels. */
const listsPerStatement = 500;

/** What decides on which lists a dataset is. */
export interface Membership {
  readonly seq: number;
  readonly owner_no: number;
  readonly name: string | null;
  readonly item_count: number;
}

/** Brings the lists of the owner, and of all with whom the dataset is shared, from `before` to `after`. */
export async function moveBetweenLists(
  trx: Transaction<Schema>,
  before: Membership | undefined,
  after: Membership | undefined,
): Promise<void> {
  const dataset = after ?? before;
  const was = before ? filtersOf(before) : [];
  const is = after ? filtersOf(after) : [];
  const left = was.filter((filter) => !is.includes(filter));
  const joined = is.filter((filter) => !was.includes(filter));
  if (!dataset || left.length + joined.length === 0) return;
  const readers = await readersOf(trx, dataset.seq);
  const listsOf = (filters: readonly ListFilter[]): number[] => [
    ...ownerLists(dataset.owner_no, filters),
    ...readers.flatMap((userNo) => readerLists(userNo, filters)),
  ];
  await leaveLists(trx, dataset.seq, listsOf(left));
  await joinLists(trx, dataset.seq, listsOf(joined));
}

/** Puts a dataset on the lists of a user with whom it is shared now. */
export async function joinReaderLists(trx: Transaction<Schema>, dataset: Membership, userNo: number): Promise<void> {
  await joinLists(trx, dataset.seq, readerLists(userNo, filtersOf(dataset)));
}

/** Takes a dataset off the lists of a user with whom it is shared no more. */
export async function leaveReaderLists(trx: Transaction<Schema>, dataset: Membership, userNo: number): Promise<void> {
  await leaveLists(trx, dataset.seq, readerLists(userNo, filtersOf(dataset)));
}

function filtersOf(dataset: Membership): ListFilter[] {
  const filters: ListFilter[] = [];
  if (dataset.name !== null) filters.push('named');
  if (dataset.item_count > 0) filters.push('filled');
  return filters;
}

function ownerLists(userNo: number, filters: readonly ListFilter[]): number[] {
  return filters.flatMap((filter) => [listNumber(userNo, filter, 'all'), listNumber(userNo, filter, 'ownedByMe')]);
}

function readerLists(userNo: number, filters: readonly ListFilter[]): number[] {
  return filters.flatMap((filter) => [listNumber(userNo, filter, 'all'), listNumber(userNo, filter, 'sharedWithMe')]);
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
