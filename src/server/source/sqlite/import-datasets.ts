import Database from 'better-sqlite3';
import type { Insertable, Transaction } from 'kysely';
import type { NewItem } from '../interface/source.ts';
import { type DatasetRow, datasetColumns, type Owner } from './dataset-row.ts';
import { newDatasetRow } from './datasets.ts';
import { insertItems, itemRows, storedBytes } from './items.ts';
import { fillLists } from './list-index.ts';
import type { DatasetsTable, ItemsTable, Schema } from './schema.ts';
import { type Store, writing } from './store.ts';
import { checkUsername, insertUser } from './users.ts';

/** A user that imported datasets belong to or are shared with. One that exists is kept, if the id is the same. */
export interface ImportedUser {
  readonly id: string;
  readonly username: string;
}

/** A dataset as imported: what is left out is as in a new one. Times are milliseconds since 1970. */
export interface ImportedDataset {
  readonly id: string;
  readonly name?: string | null;
  readonly title?: string | null;
  /** The owner's username. */
  readonly owner: string;
  readonly createdAtMs: number;
  readonly modifiedAtMs?: number;
  readonly accessedAtMs?: number;
  readonly actId?: string | null;
  readonly actRunId?: string | null;
  readonly generalAccess?: string;
  readonly readCount?: number;
  readonly writeCount?: number;
  /** Usernames. */
  readonly sharedWith?: readonly string[];
  readonly items?: readonly NewItem[];
}

/** What is imported: datasets in the order of the list, none older than the newest one stored. */
export interface ImportedData {
  readonly users?: Iterable<ImportedUser>;
  readonly datasets: Iterable<ImportedDataset>;
}

export interface ImportSummary {
  readonly datasets: number;
  readonly items: number;
}

/** How many datasets one statement stores; SQLite takes 32,766 parameters, 19 for each. */
const datasetsPerInsert = 500;
/** How many items are held before they are stored, those of one dataset at least. */
const maxHeldItems = 5_000;

/** CONTRACT, "Response, 200". */
const idForm = /^[0-9A-Za-z]{17}$/;

interface ImportedOwner extends Owner {
  readonly userNo: number;
}

/**
 * Stores many datasets in one transaction. They are read one after the other, so that any number takes little memory; the
 * lists are made of them at the end, in a few statements.
 * @throws ImportError
 */
export async function importDatasets(store: Store, data: ImportedData): Promise<ImportSummary> {
  try {
    return await writing(store.db, (trx) => importAll(trx, data, store.now()));
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    throw new ImportError(`Two datasets have one id, or two of one owner have one name (${error.message}).`);
  }
}

async function importAll(trx: Transaction<Schema>, data: ImportedData, now: number): Promise<ImportSummary> {
  for (const user of data.users ?? []) await importUser(trx, user, now);
  const owners = await readOwners(trx);
  const start = await trx.selectFrom('last_creation').selectAll().executeTakeFirstOrThrow();
  const end = await new Importer(trx, owners, start).run(data.datasets);
  await trx.updateTable('last_creation').set({ seq: end.seq, created_at: end.created_at }).execute();
  await fillLists(trx, start.seq);
  return { datasets: end.seq - start.seq, items: end.items };
}

class Importer {
  readonly #trx: Transaction<Schema>;
  readonly #owners: ReadonlyMap<string, ImportedOwner>;
  #rows: Insertable<DatasetsTable>[] = [];
  #shares: { user_no: number; dataset_seq: number }[] = [];
  #itemRows: ItemsTable[] = [];
  #seq: number;
  #createdAt: number;
  #items = 0;

  constructor(
    trx: Transaction<Schema>,
    owners: ReadonlyMap<string, ImportedOwner>,
    start: { readonly seq: number; readonly created_at: number },
  ) {
    this.#trx = trx;
    this.#owners = owners;
    this.#seq = start.seq;
    this.#createdAt = start.created_at;
  }

  async run(datasets: Iterable<ImportedDataset>): Promise<{ seq: number; created_at: number; items: number }> {
    for (const dataset of datasets) {
      this.#add(dataset);
      if (this.#rows.length >= datasetsPerInsert || this.#itemRows.length >= maxHeldItems) await this.#write();
    }
    await this.#write();
    return { seq: this.#seq, created_at: this.#createdAt, items: this.#items };
  }

  #add(dataset: ImportedDataset): void {
    if (!idForm.test(dataset.id)) throw new ImportError(`"${dataset.id}" is not the id of a dataset.`);
    if (!(dataset.createdAtMs >= this.#createdAt)) {
      throw new ImportError(`Dataset ${dataset.id} is older than the one before it, or than the newest one stored.`);
    }
    this.#createdAt = dataset.createdAtMs;
    this.#seq += 1;
    const owner = this.#owner(dataset.owner);
    const items = dataset.items ?? [];
    const row = importedRow(dataset, newDatasetRow(this.#seq, owner.userNo, dataset.createdAtMs));
    this.#rows.push(datasetColumns(row, owner));
    for (const username of dataset.sharedWith ?? []) {
      const { userNo } = this.#owner(username);
      if (userNo === owner.userNo) throw new ImportError(`Dataset ${dataset.id} is shared with its owner.`);
      this.#shares.push({ user_no: userNo, dataset_seq: this.#seq });
    }
    for (const row of itemRows(this.#seq, 0, items)) this.#itemRows.push(row);
    this.#items += items.length;
  }

  #owner(username: string): ImportedOwner {
    const owner = this.#owners.get(username.toLowerCase());
    if (!owner) throw new ImportError(`There is no user "${username}".`);
    return owner;
  }

  async #write(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#trx.insertInto('datasets').values(this.#rows).execute();
    if (this.#shares.length > 0) await this.#trx.insertInto('shares').values(this.#shares).execute();
    await insertItems(this.#trx, this.#itemRows);
    this.#rows = [];
    this.#shares = [];
    this.#itemRows = [];
  }
}

function importedRow(dataset: ImportedDataset, fresh: DatasetRow): DatasetRow {
  const items = dataset.items ?? [];
  const modifiedAt = dataset.modifiedAtMs ?? dataset.createdAtMs;
  return {
    ...fresh,
    id: dataset.id,
    name: dataset.name ?? null,
    name_key: dataset.name?.toLowerCase() ?? null,
    title: dataset.title ?? null,
    modified_at: modifiedAt,
    accessed_at: dataset.accessedAtMs ?? modifiedAt,
    item_count: items.length,
    clean_item_count: items.filter((item) => item.clean).length,
    act_id: dataset.actId ?? null,
    act_run_id: dataset.actRunId ?? null,
    general_access: dataset.generalAccess ?? fresh.general_access,
    read_count: dataset.readCount ?? 0,
    write_count: dataset.writeCount ?? (items.length > 0 ? 1 : 0),
    storage_bytes: storedBytes(items),
  };
}

async function importUser(trx: Transaction<Schema>, user: ImportedUser, now: number): Promise<void> {
  const existing = await trx
    .selectFrom('users')
    .select(['id', 'username'])
    .where('username_key', '=', user.username.toLowerCase())
    .executeTakeFirst();
  if (existing) {
    if (existing.id !== user.id) throw new ImportError(`The user "${user.username}" exists with another id.`);
    return;
  }
  checkUsername(user.username);
  await insertUser(trx, { username: user.username, id: user.id, now });
}

async function readOwners(trx: Transaction<Schema>): Promise<Map<string, ImportedOwner>> {
  const users = await trx
    .selectFrom('users')
    .select(['user_no', 'id', 'username', 'username_key'])
    .where('removed_at', 'is', null)
    .execute();
  return new Map(
    users.map(({ user_no, id, username, username_key }) => [username_key, { userNo: user_no, id, username }]),
  );
}

function isConstraintError(error: unknown): error is Error {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}

/** Data that cannot be imported; the message is one plain line that names the dataset or user and says why. Nothing was stored. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
