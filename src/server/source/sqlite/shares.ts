import type { Transaction } from 'kysely';
import type { Caller } from '../interface/source.ts';
import { type FoundDataset, findDataset } from './find-dataset.ts';
import { joinReaderLists, leaveReaderLists } from './list-membership.ts';
import { localUsername } from './open-connection.ts';
import type { Schema } from './schema.ts';
import { type Store, writing } from './store.ts';
import { requireUser, UserError } from './users.ts';

/**
 * Lets a user read a dataset. `ref` is an id, `username~name`, or `~name` of the local user's.
 * @returns whether it was not shared with the user before
 * @throws UserError when there is no such dataset or user, or the user owns it
 */
export async function shareDataset(store: Store, ref: string, username: string): Promise<boolean> {
  return await writing(store.db, async (trx) => {
    const user = await requireUser(trx, username);
    const { row } = await requireDataset(trx, ref);
    if (row.owner_no === user.user_no) throw new UserError(`"${user.username}" owns this dataset.`);
    const share = { user_no: user.user_no, dataset_seq: row.seq };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('shares')
      .values(share)
      .onConflict((conflict) => conflict.columns(['user_no', 'dataset_seq']).doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return false;
    await joinReaderLists(trx, row, user.user_no);
    return true;
  });
}

/**
 * Takes back what `shareDataset` gave.
 * @returns whether it was shared with the user before
 * @throws UserError when there is no such dataset or user
 */
export async function unshareDataset(store: Store, ref: string, username: string): Promise<boolean> {
  return await writing(store.db, async (trx) => {
    const user = await requireUser(trx, username);
    const { row } = await requireDataset(trx, ref);
    const { numDeletedRows } = await trx
      .deleteFrom('shares')
      .where('user_no', '=', user.user_no)
      .where('dataset_seq', '=', row.seq)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await leaveReaderLists(trx, row, user.user_no);
    return true;
  });
}

async function requireDataset(trx: Transaction<Schema>, ref: string): Promise<FoundDataset> {
  const found = await findDataset(trx, await localUser(trx), ref);
  if (!found) throw new UserError(`There is no dataset "${ref}".`);
  return found;
}

async function localUser(trx: Transaction<Schema>): Promise<Caller> {
  const { id, username } = await requireUser(trx, localUsername);
  return { userId: id, username };
}
