import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { tokenNotValid } from '../../http/errors.ts';
import type { Caller } from '../interface/source.ts';
import { type ListedUser, SourceError } from '../interface/source-definition.ts';
import { countEntries } from './list-index.ts';
import { listKinds, listNumber } from './list-rules.ts';
import { localUsername } from './open-connection.ts';
import { randomBase62, randomId } from './random-base62.ts';
import type { Schema, UsersTable } from './schema.ts';
import { type Store, writing } from './store.ts';

const usernameForm = /^[a-z0-9][a-z0-9._-]{0,62}$/i;
/** Names that stand for the caller in the API and the commands, so that no user may have them. */
const reserved = [localUsername, 'me'];

/**
 * Makes a user and the one token it has. A removed user of that name comes back, with the datasets it had.
 * @throws UserError when the name is taken, reserved or malformed
 */
export async function addUser(
  store: Store,
  username: string,
): Promise<{ readonly token: string; readonly restored: boolean }> {
  checkUsername(username);
  const token = newToken();
  const restored = await writing(store.db, async (trx) => {
    const existing = await findRow(trx, username);
    if (existing && existing.removed_at === null)
      throw new UserError(`There is a user "${existing.username}" already.`);
    const userNo = existing
      ? await restoreUser(trx, existing)
      : await insertUser(trx, { username, id: randomId(), now: store.now() });
    await trx
      .insertInto('tokens')
      .values({ token_hash: hashToken(token), user_no: userNo, created_at: store.now() })
      .execute();
    return existing !== undefined;
  });
  return { token, restored };
}

/** All users that were not removed, in order of their making; the local user is among them. */
export async function listUsers(db: Kysely<Schema>): Promise<ListedUser[]> {
  const rows = await db
    .selectFrom('users')
    .select(['id as userId', 'username', 'created_at'])
    .where('removed_at', 'is', null)
    .orderBy('user_no')
    .execute();
  return rows.map(({ created_at, ...user }) => ({ ...user, createdAt: new Date(created_at).toISOString() }));
}

/**
 * Revokes a user's tokens and what is shared with it, and hides it. Its datasets stay, and what it shares with others.
 * @throws UserError when there is no such user, or it is the local one
 */
export async function removeUser(store: Store, username: string): Promise<void> {
  await writing(store.db, async (trx) => {
    const user = await requireUser(trx, username);
    if (user.username_key === localUsername) throw new UserError(`The user "${localUsername}" cannot be removed.`);
    const { user_no } = user;
    await trx.deleteFrom('tokens').where('user_no', '=', user_no).execute();
    await leaveSharedLists(trx, user_no);
    await trx.deleteFrom('shares').where('user_no', '=', user_no).execute();
    await trx.updateTable('users').set({ removed_at: store.now() }).where('user_no', '=', user_no).execute();
  });
}

/** A user that was not removed, by id or by name without regard to case. If both match, the id decides. */
export async function findUser(db: Kysely<Schema>, idOrUsername: string): Promise<Caller | undefined> {
  const found = await db
    .selectFrom('users')
    .select(['id as userId', 'username'])
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('id', '=', idOrUsername), eb('username_key', '=', idOrUsername.toLowerCase())]))
    .execute();
  return found.find((user) => user.userId === idOrUsername) ?? found[0];
}

/** The user of that name. @throws UserError when there is none */
export async function requireUser(trx: Transaction<Schema>, username: string): Promise<Selectable<UsersTable>> {
  const user = await findRow(trx, username);
  if (!user || user.removed_at !== null) throw new UserError(`There is no user "${username}".`);
  return user;
}

/** Makes a user, whose name is free. @returns its `user_no` */
export async function insertUser(
  trx: Transaction<Schema>,
  { username, id, now }: { readonly username: string; readonly id: string; readonly now: number },
): Promise<number> {
  const { user_no } = await trx
    .insertInto('users')
    .values({ id, username, username_key: username.toLowerCase(), created_at: now, removed_at: null })
    .returning('user_no')
    .executeTakeFirstOrThrow();
  return user_no;
}

/** @throws UserError when no user may be called so */
export function checkUsername(username: string): void {
  if (!usernameForm.test(username)) {
    throw new UserError(
      `"${username}" cannot be a username: it takes 1 to 63 letters, digits, ".", "_" and "-", a letter or digit first.`,
    );
  }
  if (reserved.includes(username.toLowerCase())) throw new UserError(`The username "${username}" is reserved.`);
}

async function findRow(trx: Transaction<Schema>, username: string): Promise<Selectable<UsersTable> | undefined> {
  return await trx
    .selectFrom('users')
    .selectAll()
    .where('username_key', '=', username.toLowerCase())
    .executeTakeFirst();
}

async function restoreUser(trx: Transaction<Schema>, user: Selectable<UsersTable>): Promise<number> {
  await trx.updateTable('users').set({ removed_at: null }).where('user_no', '=', user.user_no).execute();
  return user.user_no;
}

async function leaveSharedLists(trx: Transaction<Schema>, userNo: number): Promise<void> {
  const shared = trx.selectFrom('shares').select('dataset_seq').where('user_no', '=', userNo);
  for (const kind of listKinds.keys()) {
    const list = listNumber(userNo, kind);
    const { numDeletedRows } = await trx
      .deleteFrom('list_entries')
      .where('list_no', '=', list)
      .where('seq', 'in', shared)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) continue;
    await trx.deleteFrom('list_counts').where('list_no', '=', list).execute();
    await countEntries(trx, { list });
  }
}

const prefix = 'setlist_api_';
const randomLength = 36;

/** A new access token: 214 bits of randomness, so that a plain hash of it is enough to store. */
function newToken(): string {
  return prefix + randomBase62(randomLength);
}

/** The form in which a token is stored. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The user of a token. Asked of the database every time, so that a token that another process revoked is refused at once. */
export async function findUserOfToken(db: Kysely<Schema>, token: string): Promise<Caller | undefined> {
  return await db
    .selectFrom('tokens')
    .innerJoin('users', 'users.user_no', 'tokens.user_no')
    .select(['users.id as userId', 'users.username'])
    .where('tokens.token_hash', '=', hashToken(token))
    .where('users.removed_at', 'is', null)
    .executeTakeFirst();
}

/**
 * The short key of a user.
 * @throws ApiError 401 when there is no such user
 */
export async function userNumber(trx: Transaction<Schema>, userId: string): Promise<number> {
  const user = await trx.selectFrom('users').select('user_no').where('id', '=', userId).executeTakeFirst();
  if (!user) throw tokenNotValid();
  return user.user_no;
}

/** A change of users or shares that is refused; the message is one plain line that says why. */
export class UserError extends SourceError {
  override readonly name = 'UserError';
}
