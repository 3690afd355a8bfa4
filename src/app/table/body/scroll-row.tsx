import { memo, type ReactElement, type ReactNode } from 'react';
import { TabStop } from '../../ui/controls/tab-stop.ts';
import type { TableColumn, TableRowModel } from '../model/table-features.ts';
import { SkeletonCells } from './skeleton-rows.tsx';
import { cellsOf } from './table-row.tsx';

interface ScrollRowProps<Row extends object> {
  /** `undefined` while it is not there. */
  readonly row: TableRowModel<Row> | undefined;
  readonly columns: readonly TableColumn<Row>[];
  /** Draws the cells of a row that only goes by: `undefined` for a column where it is no less work. */
  readonly plain: ((row: Row, columnId: string) => ReactNode) | undefined;
  /** Position in the whole list. */
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** Why it could not be had; `null` where that is said at another row. */
  readonly failure?: ReactNode;
}

function ScrollRowCells<Row extends object>(props: ScrollRowProps<Row>): ReactElement {
  const { row, columns, plain, index, isCurrent, isTabStop, failure } = props;
  return (
    <tr
      data-row={index}
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      aria-busy={row === undefined && failure === undefined ? true : undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      {row ? (
        <TabStop value={isCurrent ? 0 : -1}>{cellsOf(row, plain)}</TabStop>
      ) : failure ? (
        <td colSpan={columns.length} className="absent-note">
          <div>{failure}</div>
        </td>
      ) : (
        <SkeletonCells columns={columns} row={index} />
      )}
    </tr>
  );
}

/** One row of very many, or its place until it comes: the same element in the document, so that it keeps the focus. */
// `memo` forgets the type parameter, which is that of the function it wraps.
export const ScrollRow = memo(ScrollRowCells) as typeof ScrollRowCells;
