import { type ExportField, exportFields } from '../../collection/engine/export/export-fields.ts';
import { type ColumnPreferences, shownColumns } from '../../table/model/column-preferences.ts';
import { type ColumnId, columnIds } from '../columns.tsx';

/** What a column of the table shows, by the API's names. */
const fieldsOf: Readonly<Record<ColumnId, readonly ExportField[]>> = {
  name: ['name', 'title'],
  id: ['id'],
  itemCount: ['itemCount'],
  cleanItemCount: ['cleanItemCount'],
  createdAt: ['createdAt'],
  modifiedAt: ['modifiedAt'],
  accessedAt: ['accessedAt'],
  owner: ['username', 'userId'],
  actId: ['actId'],
  actRunId: ['actRunId'],
};

/** The fields of an export: of the columns on screen, in their order, or all that the list has. */
export function exportedFields(columns: 'visible' | 'all', preferences: ColumnPreferences): readonly ExportField[] {
  return columns === 'all' ? exportFields : shownColumns(columnIds, preferences).flatMap((id) => fieldsOf[id]);
}
