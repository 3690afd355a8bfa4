import type { Kysely } from 'kysely';
import { initial } from './migrations/0001-initial.ts';

/** In order; a database's `user_version` is how many of them it has. Never edit one that was released: add the next. */
export const migrations: readonly ((db: Kysely<never>) => Promise<void>)[] = [initial];
