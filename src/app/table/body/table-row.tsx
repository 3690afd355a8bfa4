import { flexRender } from '@tanstack/react-table';
import { memo, type ReactElement, type ReactNode } from 'react';
import { TabStop } from '../../ui/controls/tab-stop.ts';
import type { TableColumn, TableRowModel } from '../model/table-features.ts';

interface BodyRowProps<Row extends object> {
  readonly row: TableRowModel<Row>;
  /** The columns on screen: when they change the row has other cells. */
  readonly columns: readonly TableColumn<Row>[];
  /** Position on the page. */
  readonly index: number;
  /** Position in the whole list, the header counted. */
  readonly ariaRowIndex: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
}

function BodyRowCells<Row extends object>(props: BodyRowProps<Row>): ReactElement {
  const { row, index, ariaRowIndex, isCurrent, isTabStop } = props;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <tr data-row={index} aria-rowindex={ariaRowIndex} aria-current={isCurrent || undefined} tabIndex={tabIndex}>
      <TabStop value={isCurrent ? 0 : -1}>{cellsOf(row)}</TabStop>
    </tr>
  );
}

/** The cells of a row, in the columns on screen; what `plain` says stands in place of what the column would. */
export function cellsOf<Row extends object>(
  row: TableRowModel<Row>,
  plain?: (row: Row, columnId: string) => ReactNode,
): readonly ReactElement[] {
  return row.getAllCells().map((cell) => (
    <td key={cell.column.id} className={cell.column.columnDef.meta?.align === 'end' ? 'num' : undefined}>
      {plain?.(row.original, cell.column.id) ?? flexRender(cell.column.columnDef.cell, cell.getContext())}
    </td>
  ));
}

/** One row; renders again only when something of its own has changed. */
// `memo` forgets the type parameter, which is that of the function it wraps.
export const BodyRow = memo(BodyRowCells) as typeof BodyRowCells;
