import type { Transaction } from 'kysely';
import { ApiError } from '../../../contract/api-error.ts';
import type { Caller, DatasetPatch, DatasetRecord } from '../interface/source.ts';
import { type DatasetRow, datasetColumns, datasetRecord } from './dataset-row.ts';
import { type FoundDataset, findDataset, findWritable } from './find-dataset.ts';
import { moveBetweenLists } from './list-membership.ts';
import { randomBase62, randomId } from './random-base62.ts';
import type { Schema } from './schema.ts';
import { type Store, writing } from './store.ts';
import { userNumber } from './users.ts';

/** The access of a new dataset: whoever the owner shares it with. */
const defaultGeneralAccess = 'FOLLOW_USER_SETTING';
const secretKeyLength = 32;

/** See `WriteSource.createDataset`. */
export function createDataset(
  store: Store,
  caller: Caller,
  name: string | undefined,
): Promise<{ readonly dataset: DatasetRecord; readonly created: boolean }> {
  return writing(store.db, async (trx) => {
    const existing = name === undefined ? undefined : await findDataset(trx, caller, `~${name}`);
    if (existing) return { dataset: ownersRecord(existing), created: false };
    const { seq, createdAt } = await nextCreation(trx, store.now());
    const row: DatasetRow = {
      ...newDatasetRow(seq, await userNumber(trx, caller.userId), createdAt),
      name: name ?? null,
      name_key: name?.toLowerCase() ?? null,
    };
    const owner = { id: caller.userId, username: caller.username };
    await trx.insertInto('datasets').values(datasetColumns(row, owner)).execute();
    await moveBetweenLists(trx, undefined, row);
    return { dataset: ownersRecord({ row, owner }), created: true };
  });
}

/** See `WriteSource.updateDataset`. */
export function updateDataset(
  store: Store,
  options: { readonly caller: Caller; readonly ref: string; readonly patch: DatasetPatch },
): Promise<DatasetRecord> {
  const { caller, ref, patch } = options;
  return writing(store.db, async (trx) => {
    const found = await findWritable(trx, caller, ref);
    const name = patch.name === undefined ? found.row.name : patch.name;
    if (name !== null) await checkNameIsFree(trx, { caller, name, forId: found.row.id });
    const changed = await saveDataset(trx, found, {
      name,
      name_key: name?.toLowerCase() ?? null,
      title: patch.title === undefined ? found.row.title : patch.title,
      general_access: patch.generalAccess ?? found.row.general_access,
      ...writtenAt(found.row, store.now()),
    });
    return ownersRecord(changed);
  });
}

/** See `WriteSource.deleteDataset`. */
export function deleteDataset(store: Store, caller: Caller, ref: string): Promise<void> {
  return writing(store.db, async (trx) => {
    const { row } = await findWritable(trx, caller, ref);
    await moveBetweenLists(trx, row, undefined);
    await trx.deleteFrom('items').where('dataset_seq', '=', row.seq).execute();
    await trx.deleteFrom('shares').where('dataset_seq', '=', row.seq).execute();
    await trx.deleteFrom('datasets').where('seq', '=', row.seq).execute();
  });
}

/** Stores changed columns, the row of the list and the membership of lists that follow from them. */
export async function saveDataset(
  trx: Transaction<Schema>,
  found: FoundDataset,
  changes: Partial<DatasetRow>,
): Promise<FoundDataset> {
  const row = { ...found.row, ...changes };
  const { list_json } = datasetColumns(row, found.owner);
  await trx
    .updateTable('datasets')
    .set({ ...changes, list_json })
    .where('seq', '=', row.seq)
    .execute();
  await moveBetweenLists(trx, found.row, row);
  return { row, owner: found.owner };
}

/** The times of a dataset that is written to at `now`: they never go backwards. */
export function writtenAt(row: DatasetRow, now: number): Pick<DatasetRow, 'modified_at' | 'accessed_at'> {
  return { modified_at: Math.max(now, row.modified_at), accessed_at: Math.max(now, row.accessed_at) };
}

/** A dataset without name, items or Actor. */
export function newDatasetRow(seq: number, ownerNo: number, createdAt: number): DatasetRow {
  return {
    seq,
    id: randomId(),
    owner_no: ownerNo,
    name: null,
    name_key: null,
    title: null,
    created_at: createdAt,
    modified_at: createdAt,
    accessed_at: createdAt,
    item_count: 0,
    clean_item_count: 0,
    act_id: null,
    act_run_id: null,
    general_access: defaultGeneralAccess,
    read_count: 0,
    write_count: 0,
    storage_bytes: 0,
    url_signing_secret_key: randomBase62(secretKeyLength),
  };
}

/**
 * The place of a new dataset in every list. Both numbers are decided under the write lock, so that a dataset that is
 * acknowledged later has the later place, whatever the clocks of the processes say (CONTRACT, "The guarantee").
 */
async function nextCreation(trx: Transaction<Schema>, now: number): Promise<{ seq: number; createdAt: number }> {
  const next = await trx
    .updateTable('last_creation')
    .set((eb) => ({
      seq: eb('seq', '+', 1),
      created_at: eb.case().when('created_at', '<', now).then(now).else(eb.ref('created_at')).end(),
    }))
    .returning(['seq', 'created_at'])
    .executeTakeFirstOrThrow();
  return { seq: next.seq, createdAt: next.created_at };
}

async function checkNameIsFree(
  trx: Transaction<Schema>,
  options: { readonly caller: Caller; readonly name: string; readonly forId: string },
): Promise<void> {
  const holder = await findDataset(trx, options.caller, `~${options.name}`);
  if (!holder || holder.row.id === options.forId) return;
  throw new ApiError({
    status: 400,
    type: 'name-not-unique',
    message: `You already have a dataset named "${holder.row.name}". Names are unique without regard to case.`,
  });
}

function ownersRecord({ row, owner }: FoundDataset): DatasetRecord {
  return datasetRecord(row, owner, { secrets: true });
}
