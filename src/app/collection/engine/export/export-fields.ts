import { type Collection, valueAt } from '../columns/collection.ts';
import { isoWriter } from './iso-writer.ts';

/** The fields of a row as the API names them, in the order of an export. */
export const exportFields = [
  'id',
  'name',
  'title',
  'userId',
  'username',
  'createdAt',
  'modifiedAt',
  'accessedAt',
  'itemCount',
  'cleanItemCount',
  'actId',
  'actRunId',
  'generalAccess',
] as const;

export type ExportField = (typeof exportFields)[number];

/** `null` for what there is not, and for what the server did not say rightly. */
export type ExportValue = string | number | null;

/** The values of one dataset, one for each field that is exported. */
export type ExportRow = readonly ExportValue[];

/** What a field holds: `time` is a text too, but one that the server cannot choose. */
export function kindOf(field: ExportField): 'text' | 'time' | 'count' {
  switch (field) {
    case 'createdAt':
    case 'modifiedAt':
    case 'accessedAt':
      return 'time';
    case 'itemCount':
    case 'cleanItemCount':
      return 'count';
    default:
      return 'text';
  }
}

/** The rows of a collection, one at a time and in the order of `order`: however many there are, one is there. */
export function* exportRows(
  collection: Collection,
  options: { readonly order: Uint32Array; readonly fields: readonly ExportField[] },
): Generator<ExportRow> {
  const readers = options.fields.map((field) => readerOf(collection, field));
  for (const row of options.order) yield readers.map((read) => read(row));
}

function readerOf(collection: Collection, field: ExportField): (row: number) => ExportValue {
  switch (field) {
    case 'id':
    case 'name':
      return (row) => collection[field][row] ?? null;
    case 'title':
    case 'actRunId':
      return (row) => collection[field].at(row);
    case 'userId':
    case 'username':
      return (row) => valueAt(collection.owner, row)?.[field] ?? null;
    case 'actId':
    case 'generalAccess':
      return (row) => valueAt(collection[field], row) ?? null;
    case 'createdAt':
      return timeReader(collection.createdAtMs);
    case 'modifiedAt':
      return timeReader(collection.modifiedAtMs);
    case 'accessedAt':
      return timeReader(collection.accessedAtMs);
    case 'itemCount':
    case 'cleanItemCount':
      return (row) => countOf(collection[field][row]);
  }
}

/** ISO 8601 as the API writes it. */
function timeReader(column: Float64Array): (row: number) => string | null {
  const write = isoWriter();
  return (row) => write(column[row] ?? Number.NaN) ?? null;
}

function countOf(count = Number.NaN): number | null {
  return Number.isFinite(count) ? count : null;
}
