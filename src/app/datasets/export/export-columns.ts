import { exportFieldsOf } from '../../../engine/export/export-rows.ts';
import { type ColumnPreferences, visibleColumns } from '../../table/model/column-preferences.ts';
import { datasetColumns } from '../dataset-columns.tsx';
import { type DatasetField, datasetFields } from '../fields.ts';

/** What a column of the table shows, by the API's names. */
const fieldsOf: Readonly<Record<string, readonly DatasetField[]>> = {
  name: ['name', 'title'],
  id: ['id'],
  items: ['itemCount'],
  'clean-items': ['cleanItemCount'],
  created: ['createdAt'],
  modified: ['modifiedAt'],
  accessed: ['accessedAt'],
  owner: ['username', 'userId'],
  actor: ['actId'],
  run: ['actRunId'],
};

const ids = datasetColumns({ userId: undefined, times: 'relative' }).map((column) => column.id ?? '');

/** The fields of an export: of the columns on screen, in their order, or all that the list has. */
export function exportedFields(columns: 'visible' | 'all', preferences: ColumnPreferences): readonly DatasetField[] {
  return columns === 'all'
    ? exportFieldsOf(datasetFields)
    : visibleColumns(ids, preferences).flatMap((id) => fieldsOf[id] ?? []);
}
