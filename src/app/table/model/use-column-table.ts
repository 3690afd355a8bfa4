import { functionalUpdate, type Updater, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { type ColumnPreferences, orderedColumns } from './column-preferences.ts';
import { narrowestPx, widestPx } from './column-widths.ts';
import { features, type Sort, type TableColumns, type TableModel } from './table-features.ts';

export interface ColumnsOptions<Row extends object> {
  /** The same objects as long as they mean the same. */
  readonly columns: TableColumns<Row>;
  readonly preferences: ColumnPreferences;
  readonly onPreferencesChange: (preferences: ColumnPreferences) => void;
}

/** Orders the list; `isAdded`: the column comes behind those that the list is ordered by already (Shift). */
export type SortHandler = (columnId: string, options: { readonly isAdded: boolean }) => void;

const noRows: readonly never[] = [];
const noSort: readonly Sort[] = [];
const defaultColumn = { minSize: narrowestPx, maxSize: widestPx };

/**
 * Columns as TanStack Table keeps them, in the state that the reader's preferences and the order of the list are. The rows are asked
 * for by their index: it is given none.
 */
export function useColumnTable<Row extends object>(
  options: ColumnsOptions<Row> & { readonly sort?: readonly Sort[] | undefined },
) {
  const { columns, preferences, onPreferencesChange, sort = noSort } = options;
  const state = useMemo(() => stateOf(columns, preferences, sort), [columns, preferences, sort]);
  function onChange<Key extends keyof ColumnPreferences>(key: Key) {
    return (updater: Updater<ColumnPreferences[Key]>) =>
      onPreferencesChange({ ...preferences, [key]: functionalUpdate(updater, preferences[key]) });
  }
  return useTable({
    features,
    columns,
    data: noRows,
    defaultColumn,
    state,
    manualSorting: true,
    onColumnOrderChange: onChange('columnOrder'),
    onColumnVisibilityChange: onChange('columnVisibility'),
    onColumnSizingChange: onChange('columnSizing'),
    onColumnPinningChange: onChange('columnPinning'),
  });
}

function stateOf<Row extends object>(
  columns: TableColumns<Row>,
  { columnOrder, columnVisibility, columnSizing, columnPinning }: ColumnPreferences,
  sort: readonly Sort[],
) {
  const ids = columns.map(({ id = '' }) => id);
  const [first = ''] = ids;
  return {
    columnOrder: orderedColumns(ids, columnOrder),
    columnVisibility: { ...columnVisibility, [first]: true },
    columnSizing,
    columnPinning: { start: [first, ...columnPinning.start.filter((id) => id !== first)], end: [] },
    sorting: [...sort],
  };
}

/** All columns, hidden ones too, in the order that the reader has them in: those that stay in sight first. */
export function columnsInOrder<Row extends object>(table: TableModel<Row>) {
  return [...table.getStartLeafColumns(), ...table.getCenterLeafColumns()];
}

/**
 * Gives a column the place of another one, hidden ones counted; never before the first. Columns that stay in sight keep to themselves:
 * one that is moved over another kind comes as near to it as it can.
 */
export function moveColumn<Row extends object>(table: TableModel<Row>, id: string, overId: string): void {
  const pinned = table.getStartLeafColumns().map((column) => column.id);
  const others = table.getCenterLeafColumns().map((column) => column.id);
  if (id === pinned[0]) return;
  const isPinned = pinned.includes(id);
  const own = isPinned ? pinned.slice(1) : others;
  const to = own.includes(overId) ? own.indexOf(overId) : isPinned && others.includes(overId) ? own.length : 0;
  const moved = own.filter((one) => one !== id);
  moved.splice(to, 0, id);
  if (isPinned) table.setColumnPinning({ start: moved, end: [] });
  else table.setColumnOrder([...pinned, ...moved]);
}
