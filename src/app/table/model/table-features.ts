import {
  type Cell,
  type Column,
  type ColumnSort,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  metaHelper,
  type ReactTable,
  rowSortingFeature,
  type TableOptions,
  type Row as TanStackRow,
  tableFeatures,
} from '@tanstack/react-table';

/** What the table has to know of a column beyond what TanStack Table does; all widths in CSS pixels. */
export interface ColumnMeta {
  /** Its width when there is just room for all. `size` is the least that it shrinks to before the table scrolls. */
  readonly roomyPx: number;
  /** Its share of room left over; 0 keeps it at `roomyPx`. */
  readonly grow: number;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** The width of the bar that stands for its text while rows load, in per cent of the cell. */
  readonly skeletonPercent?: number;
}

/**
 * What TanStack Table is used for. How columns share a room, the hand that resizes them and the pages are ours
 * (docs/decisions/0010-table.md).
 */
export const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

type Features = typeof features;

/** Column definitions: each has `id`, `header` (a text), `size` and `meta`. The first one never goes. */
export type TableColumns<Row extends object> = TableOptions<Features, Row>['columns'];

/** A table, as TanStack Table keeps it. */
export type TableModel<Row extends object> = ReactTable<Features, Row>;

/** One column of a table, as TanStack Table keeps it. */
export type TableColumn<Row extends object> = Column<Features, Row>;

/** One row of a table, as TanStack Table keeps it; `original` is what it was made of. */
export type TableRowModel<Row extends object> = TanStackRow<Features, Row>;

/** One cell of a row, as TanStack Table keeps it. */
export type CellModel<Row extends object> = Cell<Features, Row>;

/** One column that the list is ordered by. */
export type Sort = Readonly<ColumnSort>;

/** What a column is called. */
export function labelOf<Row extends object>(column: TableColumn<Row>): string {
  const { header } = column.columnDef;
  return typeof header === 'string' ? header : column.id;
}
