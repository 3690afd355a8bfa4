import { type Kysely, sql } from 'kysely';

/** Users, tokens, datasets, shares, items, and the counted lists (docs/decisions/0002). */
export async function initial(db: Kysely<never>): Promise<void> {
  await createUsers(db);
  await createDatasets(db);
  await createLists(db);
}

async function createUsers(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('user_no', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('username', 'text', (column) => column.notNull())
    .addColumn('username_key', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'integer')
    .execute();
  await db.schema
    .createTable('tokens')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_no', 'integer', (column) => column.notNull().references('users.user_no'))
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('tokens_by_user').on('tokens').column('user_no').execute();
}

async function createDatasets(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('datasets')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('owner_no', 'integer', (column) => column.notNull().references('users.user_no'))
    .addColumn('name', 'text')
    .addColumn('name_key', 'text')
    .addColumn('title', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('modified_at', 'integer', (column) => column.notNull())
    .addColumn('accessed_at', 'integer', (column) => column.notNull())
    .addColumn('item_count', 'integer', (column) => column.notNull())
    .addColumn('clean_item_count', 'integer', (column) => column.notNull())
    .addColumn('act_id', 'text')
    .addColumn('act_run_id', 'text')
    .addColumn('general_access', 'text', (column) => column.notNull())
    .addColumn('read_count', 'integer', (column) => column.notNull())
    .addColumn('write_count', 'integer', (column) => column.notNull())
    .addColumn('storage_bytes', 'integer', (column) => column.notNull())
    .addColumn('url_signing_secret_key', 'text', (column) => column.notNull())
    .addColumn('list_json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('datasets_by_name')
    .unique()
    .on('datasets')
    .columns(['owner_no', 'name_key'])
    .where(sql.ref('name_key'), 'is not', null)
    .execute();
  await db.schema
    .createTable('items')
    .addColumn('dataset_seq', 'integer', (column) => column.notNull().references('datasets.seq'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('items_key', ['dataset_seq', 'position'])
    .execute();
  await db.schema
    .createTable('shares')
    .addColumn('user_no', 'integer', (column) => column.notNull().references('users.user_no'))
    .addColumn('dataset_seq', 'integer', (column) => column.notNull().references('datasets.seq'))
    .addPrimaryKeyConstraint('shares_key', ['user_no', 'dataset_seq'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.createIndex('shares_by_dataset').on('shares').column('dataset_seq').execute();
}

async function createLists(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('list_entries')
    .addColumn('list_no', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_entries_key', ['list_no', 'seq'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable('list_counts')
    .addColumn('list_no', 'integer', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('bucket', 'integer', (column) => column.notNull())
    .addColumn('entry_count', 'integer', (column) => column.notNull().check(sql`entry_count >= 0`))
    .addPrimaryKeyConstraint('list_counts_key', ['list_no', 'level', 'bucket'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable('last_creation')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into last_creation (seq, created_at) values (0, 0)`.execute(db);
}
