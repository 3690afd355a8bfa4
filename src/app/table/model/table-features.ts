import {
  type Column,
  metaHelper,
  type TableOptions,
  type Row as TanStackRow,
  tableFeatures,
} from '@tanstack/react-table';

/** What the table has to know of a column beyond what is in its cells. */
export interface ColumnMeta {
  /** The column's name: its header, and its line in the columns menu. */
  readonly label: string;
  /** Its width in CSS pixels when there is just room for all. */
  readonly widthPx: number;
  /** The least that it shrinks to before the table scrolls. */
  readonly minWidthPx: number;
  /** Its share of room left over; 0 keeps it at `widthPx`. */
  readonly grow: number;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** The width of the bar that stands for its text while rows load, in per cent of the cell. */
  readonly skeletonPercent?: number;
}

/**
 * What TanStack Table is used for: columns, rows and their cells. Which columns are on screen, and in what order, is worked out before
 * it (`column-preferences.ts`); widths are ours too (`column-widths.ts`), and CSS works them out.
 */
export const features = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

export type Features = typeof features;

/** Column definitions as `createColumnHelper<Features, Row>().columns([…])` makes them; each has `id` and `meta`. */
export type TableColumns<Row extends object> = TableOptions<Features, Row>['columns'];

/** One column of a table, as TanStack Table keeps it. */
export type TableColumn<Row extends object> = Column<Features, Row>;

/** One row of a table, as TanStack Table keeps it; `original` is what it was made of. */
export type TableRowModel<Row extends object> = TanStackRow<Features, Row>;
