import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Caller } from '../caller.ts';
import { randomBase62 } from './random-base62.ts';
import type { Schema } from './schema.ts';

const prefix = 'setlist_api_';
const randomLength = 36;

/** A new access token: 214 bits of randomness, so that a plain hash of it is enough to store. */
export function newToken(): string {
  return prefix + randomBase62(randomLength);
}

/** What is stored of a token. */
export function hashToken(token: string): string {
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
