import type { Transaction } from 'kysely';
import { ApiError } from '../../../contract/api-error.ts';
import type { Caller } from '../interface/source.ts';
import type { DatasetRow, Owner } from './dataset-row.ts';
import type { Schema } from './schema.ts';

/** A dataset and whose it is. */
export interface FoundDataset {
  readonly row: DatasetRow;
  readonly owner: Owner;
}

/**
 * The dataset that `ref` (an id, `~name` or `username~name`) names, for a caller who may read it: the owner, a user with whom
 * it is shared, and whoever its general access lets in.
 * @throws ApiError 404 `record-not-found`, 403 `insufficient-permissions`
 */
export async function findReadable(trx: Transaction<Schema>, caller: Caller, ref: string): Promise<FoundDataset> {
  const found = await findDataset(trx, caller, ref);
  if (!found) throw notFound();
  if (isOwner(found, caller) || isOpenTo(ref, found.row.general_access)) return found;
  const share = await trx
    .selectFrom('shares')
    .innerJoin('users', 'users.user_no', 'shares.user_no')
    .select('shares.user_no')
    .where('users.id', '=', caller.userId)
    .where('shares.dataset_seq', '=', found.row.seq)
    .executeTakeFirst();
  if (!share) throw insufficientPermissions();
  return found;
}

/**
 * The same for a caller who may change it: its owner alone.
 * @throws ApiError 404 `record-not-found`, 403 `insufficient-permissions`
 */
export async function findWritable(trx: Transaction<Schema>, caller: Caller, ref: string): Promise<FoundDataset> {
  const found = await findDataset(trx, caller, ref);
  if (!found) throw notFound();
  if (!isOwner(found, caller)) throw insufficientPermissions();
  return found;
}

/** Whether the caller may change the dataset, and see what signs links to it. */
export function isOwner(found: FoundDataset, caller: Caller): boolean {
  return found.owner.id === caller.userId;
}

/** What `ref` names, whoever may see it; `undefined` when there is none. */
export async function findDataset(
  trx: Transaction<Schema>,
  caller: Caller,
  ref: string,
): Promise<FoundDataset | undefined> {
  const tilde = ref.indexOf('~');
  const all = trx
    .selectFrom('datasets')
    .innerJoin('users', 'users.user_no', 'datasets.owner_no')
    .select(['users.id as owner_id', 'users.username as owner_username'])
    .select(datasetColumnNames);
  const named = all.where('datasets.name_key', '=', ref.slice(tilde + 1).toLowerCase());
  const one =
    tilde < 0
      ? all.where('datasets.id', '=', ref)
      : tilde === 0
        ? named.where('users.id', '=', caller.userId)
        : named.where('users.username_key', '=', ref.slice(0, tilde).toLowerCase());
  const found = await one.executeTakeFirst();
  if (!found) return undefined;
  const { owner_id, owner_username, ...row } = found;
  return { row, owner: { id: owner_id, username: owner_username } };
}

/** CONTRACT, "Errors, sign-in, limits". */
export function notFound(): ApiError {
  return new ApiError({ status: 404, type: 'record-not-found', message: 'Dataset was not found' });
}

const datasetColumnNames = [
  'datasets.seq',
  'datasets.id',
  'datasets.owner_no',
  'datasets.name',
  'datasets.name_key',
  'datasets.title',
  'datasets.created_at',
  'datasets.modified_at',
  'datasets.accessed_at',
  'datasets.item_count',
  'datasets.clean_item_count',
  'datasets.act_id',
  'datasets.act_run_id',
  'datasets.general_access',
  'datasets.read_count',
  'datasets.write_count',
  'datasets.storage_bytes',
  'datasets.url_signing_secret_key',
] as const;

/** The words are the public API's, whose reference has them in `GeneralAccess`: a name opens what an id opens, not vice versa. */
function isOpenTo(ref: string, generalAccess: string): boolean {
  const byId = !ref.includes('~');
  return generalAccess === 'ANYONE_WITH_NAME_CAN_READ' || (byId && generalAccess === 'ANYONE_WITH_ID_CAN_READ');
}

/** CONTRACT: the exact text for a dataset's items. */
function insufficientPermissions(): ApiError {
  return new ApiError({
    status: 403,
    type: 'insufficient-permissions',
    message:
      "Insufficient permissions for the dataset. Make sure you're passing a correct API token and that it has the required permissions.",
  });
}
