import { useTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { TableHeadProps } from '../head/table-head.tsx';
import { type ColumnPreferences, orderedColumns, visibleColumns, withMoved, withWidths } from './column-preferences.ts';
import { features, type TableColumns } from './table-features.ts';

export interface ColumnsOptions<Row extends object> {
  /** One definition a column, the same object as long as they mean the same; the first column never goes. */
  readonly columns: TableColumns<Row>;
  readonly preferences: ColumnPreferences;
  readonly onPreferencesChange: (preferences: ColumnPreferences) => void;
}

/** The table of rows as TanStack Table knows it, and its columns as the reader wants them. */
export function useTableColumns<Row extends object>(
  options: ColumnsOptions<Row> & { readonly rows: readonly Row[]; readonly rowId: (row: Row) => string },
) {
  const { columns, preferences, onPreferencesChange, rows, rowId } = options;
  const [draftWidths, setDraftWidths] = useState<Readonly<Record<string, number>>>();
  const columnIds = useMemo(() => columns.map((column) => column.id ?? ''), [columns]);
  const shown = useMemo(
    () => visibleColumns(columnIds, preferences).flatMap((id) => columns[columnIds.indexOf(id)] ?? []),
    [columns, columnIds, preferences],
  );
  const table = useTable({ features, columns: shown, data: rows, getRowId: rowId });
  const head: Omit<TableHeadProps<Row>, 'sort' | 'onSort'> = {
    columns: table.getAllLeafColumns(),
    widthsPx: draftWidths ? { ...preferences.widthsPx, ...draftWidths } : preferences.widthsPx,
    onDraftWidths: setDraftWidths,
    onMove(id, overId) {
      const index = orderedColumns(columnIds, preferences).indexOf(overId);
      onPreferencesChange(withMoved({ preferences, ids: columnIds, id, index }));
    },
    onWidths(widths) {
      setDraftWidths(undefined);
      onPreferencesChange(withWidths(preferences, widths));
    },
  };
  return { table, head };
}
