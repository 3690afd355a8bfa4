import type { Insertable, Selectable } from 'kysely';
import type { DatasetRecord, JsonText } from '../interface/source.ts';
import type { DatasetsTable } from './schema.ts';

/** A dataset as stored. */
export type DatasetRow = Omit<Selectable<DatasetsTable>, 'list_json'>;

/** Whose dataset it is, as the wire says it. */
export interface Owner {
  readonly id: string;
  readonly username: string;
}

/** What `GET /v2/datasets/{id}` says; the signing key only for a caller with write access. */
export function datasetRecord(row: DatasetRow, owner: Owner, options: { readonly secrets: boolean }): DatasetRecord {
  return {
    ...wireFields(row, owner),
    title: row.title,
    username: owner.username,
    generalAccess: row.general_access,
    stats: { readCount: row.read_count, writeCount: row.write_count, storageBytes: row.storage_bytes },
    ...(options.secrets ? { urlSigningSecretKey: row.url_signing_secret_key } : {}),
  };
}

/** All columns of a dataset, its row of the list as JSON among them, so that a page of the list is read as it is stored. */
export function datasetColumns(row: DatasetRow, owner: Owner): Insertable<DatasetsTable> {
  return { ...row, list_json: listJson(row, owner) };
}

function listJson(row: DatasetRow, owner: Owner): JsonText {
  return JSON.stringify({
    ...wireFields(row, owner),
    ...(row.title === null ? {} : { title: row.title }),
    username: owner.username,
    generalAccess: row.general_access,
    stats: {
      readCount: row.read_count,
      writeCount: row.write_count,
      storageBytes: row.storage_bytes,
      inflatedBytes: row.storage_bytes,
    },
  });
}

/** The fields that CONTRACT requires of both, in its order. */
function wireFields(row: DatasetRow, owner: Owner) {
  return {
    id: row.id,
    name: row.name,
    userId: owner.id,
    createdAt: new Date(row.created_at).toISOString(),
    modifiedAt: new Date(row.modified_at).toISOString(),
    accessedAt: new Date(row.accessed_at).toISOString(),
    itemCount: row.item_count,
    cleanItemCount: row.clean_item_count,
    actId: row.act_id,
    actRunId: row.act_run_id,
  };
}
