import { constructRow } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, type Ref, useImperativeHandle, useState } from 'react';
import type { Pins } from '../model/pinned-columns.ts';
import type { TableColumn, TableModel, TableRowModel } from '../model/table-features.ts';
import { bodyPieces, rowHeightPx } from '../window/row-window.ts';
import type { IndexedRows, ScrollView } from '../window/scroll-view.ts';
import { useScrollPicture } from '../window/use-scroll-view.ts';
import { TableRow } from './table-row.tsx';
import { useCurrentRow } from './use-current-row.ts';

export interface TableBodyProps<Row extends object> {
  readonly source: IndexedRows<Row>;
  /** How many rows there are. */
  readonly count: number;
  readonly rowId: (row: Row) => string;
  /** How many rows of the whole list come before these. */
  readonly offset: number;
  /** What the cells of a row look like that only goes by. */
  readonly plain?: (row: Row, columnId: string) => ReactNode;
  /** What stands in place of rows that could not be had. */
  readonly failureNote?: (failure: unknown, rows: { readonly from: number; readonly to: number }) => ReactNode;
}

/**
 * The rows in sight and around them, by position. In a page the others have gaps as high as they are; in one long scroll the rows are moved
 * by the pixels that the first one is above, where the header hides it.
 */
export function TableBody<Row extends object>(
  props: TableBodyProps<Row> & {
    readonly view: ScrollView;
    readonly place: Parameters<typeof useScrollPicture>[1];
    readonly isStill: boolean;
    readonly isPrinting: boolean;
    readonly table: TableModel<Row>;
    readonly columns: readonly TableColumn<Row>[];
    readonly pins: Pins;
    /** Answers the position of the row that the reader is at. */
    readonly current: Ref<() => number | undefined>;
  },
): ReactElement {
  const { view, source, count, rowId, offset, isStill, isPrinting, table, columns, pins, plain } = props;
  const picture = useScrollPicture(view, props.place);
  const firstInSight = Math.ceil(picture.topPx / rowHeightPx);
  const { index: current, tabStop, body } = useCurrentRow({ source, count, rowId, view, firstInSight, isStill });
  useImperativeHandle(props.current, () => () => current, [current]);
  const modelOf = useRowModels(table, rowId);

  const drawn = isPrinting && !isStill ? { from: 0, to: count } : picture;
  const pieces = bodyPieces(drawn, current, count).filter(({ kind }) => kind === 'rows' || !isStill);
  const isPlain = (index: number) => isStill && index !== current && !isIn(picture.full, index);
  const keyOf = (index: number) => (picture.isReused && isPlain(index) ? `place ${index - picture.from}` : index);
  const shiftPx = Math.min(pieces[0]?.from ?? 0, picture.from) === picture.from ? 0 : rowHeightPx;
  return (
    <tbody
      {...body}
      // On paper no row is cut. Nothing that goes by is pointed at.
      style={
        isStill && !isPrinting
          ? {
              translate: `0 ${picture.from * rowHeightPx - picture.topPx - shiftPx}px`,
              pointerEvents: picture.isMoving ? 'none' : 'auto',
            }
          : undefined
      }
    >
      {pieces.flatMap(({ kind, from, to }) =>
        kind === 'gap' ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus.
          <tr key={`gap before ${to}`} aria-hidden="true" style={{ height: (to - from) * rowHeightPx }}>
            <td colSpan={columns.length} />
          </tr>
        ) : (
          Array.from({ length: to - from }, (_, at) => {
            const index = from + at;
            const row = source.rowAt(index);
            return (
              <TableRow
                key={keyOf(index)}
                row={row && modelOf(row)}
                columns={columns}
                pins={pins}
                index={index}
                // The header is the first row.
                ariaRowIndex={offset + index + 2}
                isCurrent={index === current}
                isTabStop={index === tabStop}
                plain={isPlain(index) ? plain : undefined}
                failure={row ? undefined : failureOf(props, { index, firstInSight })}
              />
            );
          })
        ),
      )}
    </tbody>
  );
}

function isIn({ from, to }: { readonly from: number; readonly to: number }, index: number): boolean {
  return index >= from && index < to;
}

/** Each row as TanStack Table knows it, made once. */
function useRowModels<Row extends object>(table: TableModel<Row>, rowId: (row: Row) => string) {
  const [models] = useState(() => new WeakMap<Row, TableRowModel<Row>>());
  return (row: Row): TableRowModel<Row> => {
    const known = models.get(row);
    if (known !== undefined) return known;
    const made = constructRow(table, rowId(row), row, 0, 0);
    models.set(row, made);
    return made;
  };
}

/** Why a row could not be had: said once for all rows of the same block, at the first one that is wholly in sight. */
function failureOf<Row extends object>(
  { source, failureNote }: TableBodyProps<Row>,
  { index, firstInSight }: { readonly index: number; readonly firstInSight: number },
): ReactNode {
  const failed = source.failureAt?.(index);
  if (failed === undefined) return undefined;
  return index === Math.max(failed.from, firstInSight) ? failureNote?.(failed.failure, failed) : null;
}
