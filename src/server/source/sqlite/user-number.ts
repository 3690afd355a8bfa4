import type { Transaction } from 'kysely';
import { tokenNotValid } from '../../http/token-error.ts';
import type { Schema } from './schema.ts';

/**
 * The short key of a user.
 * @throws ApiError 401 when there is no such user
 */
export async function userNumber(trx: Transaction<Schema>, userId: string): Promise<number> {
  const user = await trx.selectFrom('users').select('user_no').where('id', '=', userId).executeTakeFirst();
  if (!user) throw tokenNotValid();
  return user.user_no;
}
