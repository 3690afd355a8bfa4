import { memo, type ReactElement, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Skeleton } from '../../ui/floats/skeleton.tsx';
import { type Pins, pinOf } from '../model/pinned-columns.ts';
import type { CellModel, TableColumn, TableRowModel } from '../model/table-features.ts';

export interface TableRowProps<Row extends object> {
  /** `undefined` while it is not there. */
  readonly row: TableRowModel<Row> | undefined;
  /** The columns on screen: when they change the row has other cells. */
  readonly columns: readonly TableColumn<Row>[];
  readonly pins: Pins;
  /** Position among the rows of the table. */
  readonly index: number;
  /** Position in the whole list, the header counted. */
  readonly ariaRowIndex: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** Another one when words in it are others with the time. */
  readonly words: string | undefined;
  /** Why it could not be had; `null` where that is said at another row. */
  readonly failure?: ReactNode;
}

function TableRowCells<Row extends object>(props: TableRowProps<Row>): ReactElement {
  const { row, columns, pins, index, ariaRowIndex, isCurrent, isTabStop, failure } = props;
  const element = useRef<HTMLTableRowElement>(null);
  useTabStops(element, isCurrent);
  // The columns are in order already: to have each row put its visible cells in order is a fifth of what passing rows cost.
  const cells = row?.getAllCellsByColumnId();
  return (
    <tr
      ref={element}
      data-row={index}
      aria-rowindex={ariaRowIndex}
      aria-current={isCurrent || undefined}
      aria-busy={row === undefined && failure === undefined ? true : undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      {row ? (
        columns.map((column, at) => (
          <td
            key={column.id}
            // A translator has nothing to do with numbers.
            translate={column.columnDef.meta?.align === 'end' ? 'no' : undefined}
            {...pinOf(column, at, pins)}
          >
            {drawn(cells?.[column.id])}
          </td>
        ))
      ) : failure ? (
        <td colSpan={columns.length} className="absent-note">
          <div>{failure}</div>
        </td>
      ) : (
        <SkeletonCells columns={columns} pins={pins} row={index} />
      )}
    </tr>
  );
}

/**
 * One row, or its place until it comes: the same element in the document, so that it keeps the focus. Renders again only when something
 * of its own has changed.
 */
// `memo` forgets the type parameter, which is that of the function it wraps.
export const TableRow = memo(TableRowCells) as typeof TableRowCells;

/** What a column says that stands in a cell: called, since a component for each cell is most of what rows cost. */
function drawn<Row extends object>(cell: CellModel<Row> | undefined): ReactNode {
  if (cell === undefined) return null;
  const { cell: draw } = cell.column.columnDef;
  return typeof draw === 'function' ? draw(cell.getContext()) : draw;
}

/**
 * The keyboard comes to what is in the current row, and not to what is in each: cells are drawn with a `tabIndex` of -1. Set after each
 * time that the row was drawn, since there may be others in it.
 */
function useTabStops(row: RefObject<HTMLElement | null>, isCurrent: boolean): void {
  useLayoutEffect(() => {
    if (!isCurrent) return;
    const stops = [...(row.current?.querySelectorAll<HTMLElement>('[tabindex]') ?? [])];
    for (const stop of stops) stop.tabIndex = 0;
    return () => {
      for (const stop of stops) stop.tabIndex = -1;
    };
  });
}

/** Shares of a text's usual length, in turn: the places look like rows, and the same on every load. */
const lengths = [1, 0.72, 0.88, 0.64, 0.94, 0.8];

/** The cells of the place of a row. */
function SkeletonCells<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  pins: Pins;
  row: number;
}): readonly ReactElement[] {
  const { columns, pins, row } = props;
  return columns.map((column, at) => {
    const share = lengths[(row + 2 * at) % lengths.length] ?? 1;
    return (
      <td key={column.id} {...pinOf(column, at, pins)}>
        <Skeleton width={`${Math.round((column.columnDef.meta?.skeletonPercent ?? 60) * share)}%`} />
      </td>
    );
  });
}

/** Rows in the place of those that are being loaded, of the same height and columns, so that nothing moves when they come. */
export function SkeletonRows<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  pins: Pins;
  count: number;
}): ReactElement {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: props.count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity but their position.
        <tr key={row}>
          <SkeletonCells {...props} row={row} />
        </tr>
      ))}
    </tbody>
  );
}
