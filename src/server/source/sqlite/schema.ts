import type { Generated } from 'kysely';

/** The tables, as Kysely types. Times are milliseconds since 1970, flags 0 or 1. `migrations/` makes them. */
export interface Schema {
  readonly users: UsersTable;
  readonly tokens: TokensTable;
  readonly datasets: DatasetsTable;
  readonly shares: SharesTable;
  readonly items: ItemsTable;
  readonly list_entries: ListEntriesTable;
  readonly list_counts: ListCountsTable;
  readonly last_creation: LastCreationTable;
  readonly list_layout: ListLayoutTable;
}

export interface UsersTable {
  /** Short key inside the database; `id` is the one on the wire. */
  user_no: Generated<number>;
  id: string;
  username: string;
  /** `username` in lower case: names are unique without regard to case. */
  username_key: string;
  created_at: number;
  /** Set when the user was removed: hidden, but the datasets stay. */
  removed_at: number | null;
}

interface TokensTable {
  /** SHA-256 in hex. The token itself is not stored. */
  token_hash: string;
  user_no: number;
  created_at: number;
}

export interface DatasetsTable {
  /** Order of creation over all users, which is the order of every list. */
  seq: number;
  id: string;
  owner_no: number;
  name: string | null;
  /** `name` in lower case. */
  name_key: string | null;
  title: string | null;
  created_at: number;
  modified_at: number;
  accessed_at: number;
  item_count: number;
  clean_item_count: number;
  act_id: string | null;
  act_run_id: string | null;
  general_access: string;
  read_count: number;
  write_count: number;
  /** UTF-8 bytes of the items' JSON. */
  storage_bytes: number;
  url_signing_secret_key: string;
  /** The row of the list as it goes to the wire; written with every change of the columns above. */
  list_json: string;
}

interface SharesTable {
  user_no: number;
  dataset_seq: number;
}

export interface ItemsTable {
  dataset_seq: number;
  /** 0, 1, 2 … without gaps. */
  position: number;
  json: string;
}

/** Which datasets a list holds (docs/decisions/0002). */
interface ListEntriesTable {
  list_no: number;
  seq: number;
}

/** How many entries a list has in each range of `seq`; no row where there are none. */
interface ListCountsTable {
  list_no: number;
  level: number;
  /** `seq` shifted right by the bits of the level. */
  bucket: number;
  entry_count: number;
}

/** One row: what the numbers of the lists mean (`listLayout`). */
interface ListLayoutTable {
  layout: string;
}

/** One row: the newest dataset ever made, so that neither order nor time goes backwards. */
interface LastCreationTable {
  seq: number;
  created_at: number;
}
