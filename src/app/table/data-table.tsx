import { type ReactElement, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { indexOf } from './body/row-events.ts';
import { SkeletonRows } from './body/skeleton-rows.tsx';
import { TableBody } from './body/table-body.tsx';
import { useCurrentRow } from './body/use-current-row.ts';
import { type Sort, type SortHandler, TableHead } from './head/table-head.tsx';
import { ColumnWidths } from './model/column-widths-group.tsx';
import { usePrinting } from './model/use-printing.ts';
import { type ColumnsOptions, useTableColumns } from './model/use-table-columns.ts';
import { useRowWindow } from './window/use-row-window.ts';

export interface DataTableHandle<Row> {
  /** The row that the reader last moved to, while it is on the page. */
  readonly currentRow: () => Row | undefined;
  /** What a row of the document shows; `undefined` while it is not there. */
  readonly rowOf: (tableRow: HTMLElement) => Row | undefined;
  /** Calls `onTopRowChange` now, also while the rows are still being scrolled. */
  readonly tellTopRow: () => void;
  /** Gives the table the focus: from there the arrow keys enter the rows. */
  readonly focus: () => void;
}

export interface DataTableProps<Row extends object> extends ColumnsOptions<Row> {
  /** The accessible name. */
  readonly label: string;
  /** The rows of one page, the same array as long as they are the same. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** How many rows of the whole list come before these. */
  readonly offset: number;
  /** How many rows the whole list has; `undefined` when that is not known. */
  readonly total: number | undefined;
  /** `loading`: no rows yet, their places are shown · `pending`: other rows are on their way, these stay until then. */
  readonly state: 'ready' | 'loading' | 'pending';
  /** How many places to show while `loading`; never more than are in sight. */
  readonly skeletonRows?: number;
  /** The columns that the list is ordered by, the first one first. A click on a header calls `onSort`. */
  readonly sort?: readonly Sort[];
  readonly onSort?: SortHandler;
  /**
   * What page this is: when it changes, and once its rows are there (`state` is not `pending`), the table scrolls to `topRow`.
   */
  readonly pageKey: string;
  /** The first row in sight, fractions included: 0 is the top. */
  readonly topRow?: number;
  /** Called when scrolling has come to rest, with what to pass as `topRow` to come back here. */
  readonly onTopRowChange?: (topRow: number) => void;
  /** What of the window's height goes to all but the rows, at least. */
  readonly elsewherePx: number;
  /** Shown inside the frame, below the header, after the rows: why there are none. */
  readonly children?: ReactNode;
  readonly ref?: Ref<DataTableHandle<Row>>;
}

const noSort: readonly Sort[] = [];

/** A table of one page of a list: it scrolls inside itself, and only the rows in sight are in the document. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, rowId, offset, total, state } = props;
  const element = useRef<HTMLTableElement>(null);
  const { table, head } = useTableColumns(props);
  const shown = head.columns;
  const printing = usePrinting();
  const settled = state === 'ready';
  // Where there are no rows, nothing can be scrolled to.
  const view = useRowWindow({ ...props, count: rows.length, settled: settled && rows.length > 0 });
  const current = useCurrentRow({ rows, rowId, view });
  useImperativeHandle(
    props.ref,
    () => ({
      currentRow: () => (current.index === undefined ? undefined : rows[current.index]),
      rowOf: (tableRow) => rows[indexOf(tableRow)],
      tellTopRow: view.tellTopRow,
      focus: () => element.current?.focus({ preventScroll: true }),
    }),
    [rows, current.index, view.tellTopRow],
  );
  return (
    <div className="table-frame" data-state={state}>
      <div className="table-progress" />
      <div className="table-scroller" ref={view.scroller} onScroll={view.onScroll} onScrollEnd={view.onScrollEnd}>
        <table
          ref={element}
          tabIndex={-1}
          aria-label={label}
          aria-rowcount={total === undefined ? -1 : total + 1}
          aria-colcount={shown.length}
          aria-busy={!settled}
        >
          <ColumnWidths columns={shown} widthsPx={head.widthsPx} />
          <TableHead {...head} sort={props.sort ?? noSort} onSort={props.onSort} />
          {state === 'loading' ? (
            <SkeletonRows columns={shown} count={Math.min(props.skeletonRows ?? 50, view.rowsThatFit)} />
          ) : (
            <TableBody
              rows={table.getRowModel().rows}
              columns={shown}
              firstRowIndex={offset}
              drawn={printing ? { from: 0, to: rows.length } : view.drawn}
              current={current}
            />
          )}
        </table>
        {props.children ? <div className="table-message">{props.children}</div> : null}
      </div>
    </div>
  );
}
