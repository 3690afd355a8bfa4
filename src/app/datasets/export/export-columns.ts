import { fieldsOf, type TableDescription } from '../../../engine/columns/table-description.ts';
import { exportFieldsOf } from '../../../engine/export/export-rows.ts';
import { type ColumnPreferences, shownColumns } from '../../table/model/column-preferences.ts';
import { type ColumnId, columnIds } from '../columns.tsx';
import { type DatasetField, datasetFields } from '../fields.ts';

/** The fields of an export: of the columns on screen, in their order, or all that the list has. */
export function exportedFields(columns: 'visible' | 'all', preferences: ColumnPreferences): readonly DatasetField[] {
  return columns === 'all'
    ? exportFieldsOf(datasetFields)
    : shownColumns(columnIds, preferences).flatMap(fieldsShownBy);
}

/** What a column of the table shows, by the API's names: its own, and what may stand there in its place. */
function fieldsShownBy(name: ColumnId): readonly DatasetField[] {
  const { columns }: TableDescription = datasetFields;
  const column = columns[name];
  if (column === undefined) return [];
  const shown = 'shows' in column ? (column.shows ?? []) : [];
  const fields = column.kind === 'coded' ? [...shown, ...fieldsOf(name, column)] : [name, ...shown];
  // The description names no field that there is not.
  return [...new Set(fields)] as DatasetField[];
}
