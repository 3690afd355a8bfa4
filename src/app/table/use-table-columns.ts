import { useTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { type ColumnPreferences, orderedColumns, withMoved, withWidths } from './column-preferences.ts';
import { features, type TableColumns } from './table-features.ts';
import type { TableHeadProps } from './table-head.tsx';

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
  const columnState = useMemo(
    () => ({
      columnOrder: [...orderedColumns(columnIds, preferences)],
      columnVisibility: Object.fromEntries(preferences.hidden.map((id) => [id, id === columnIds[0]])),
    }),
    [columnIds, preferences],
  );
  const table = useTable({ features, columns, data: rows, getRowId: rowId, state: columnState });
  const head: Omit<TableHeadProps<Row>, 'sort' | 'onSort'> = {
    columns: table.getVisibleLeafColumns(),
    widthsPx: draftWidths ? { ...preferences.widthsPx, ...draftWidths } : preferences.widthsPx,
    onDraftWidths: setDraftWidths,
    onMove(id, overId) {
      const index = columnState.columnOrder.indexOf(overId);
      onPreferencesChange(withMoved({ preferences, ids: columnIds, id, index }));
    },
    onWidths(widths) {
      setDraftWidths(undefined);
      onPreferencesChange(withWidths(preferences, widths));
    },
  };
  return { table, head };
}
