import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What every part of the source works with. */
export interface Store {
  readonly db: Kysely<Schema>;
  /** Reads what is committed while `db` is in a transaction: a connection of its own, or `db` where there can be but one. */
  readonly reads: Kysely<Schema>;
  /** Milliseconds since 1970. It may stand still or go back: what is stored does not. */
  readonly now: () => number;
}
