import { constructRow } from '@tanstack/react-table';
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useState,
  useSyncExternalStore,
} from 'react';
import { subscribeClock } from '../../ui/format/clock.ts';
import type { Pins } from '../model/pinned-columns.ts';
import type { TableColumn, TableModel, TableRowModel } from '../model/table-features.ts';
import type { IndexedRows } from '../window/row-source.ts';
import { bodyPieces, type RowRange, rowHeightPx } from '../window/row-window.ts';
import type { ScrollView } from '../window/scroll-view.ts';
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
  /** Another text when words in a row are others with the time that passes; left out where none are. */
  readonly passingWords?: ((row: Row) => string) | undefined;
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
  const { view, source, count, rowId, offset, isStill, isPrinting, table, columns, pins, passingWords } = props;
  const picture = useScrollPicture(view, props.place);
  const firstInSight = Math.ceil(picture.topPx / rowHeightPx);
  const { index: current, tabStop, body } = useCurrentRow({ source, count, rowId, view, firstInSight, isStill });
  useImperativeHandle(props.current, () => () => current, [current]);
  const modelOf = useRowModels(table, rowId);

  const drawn = isPrinting && !isStill ? { from: 0, to: count } : picture;
  const pieces = bodyPieces(drawn, current, count).filter(({ kind }) => kind === 'rows' || !isStill);
  const wordsAt = (index: number) => {
    const row = source.rowAt(index);
    return row && passingWords?.(row);
  };
  // One for all rows: they are drawn anew when words in any of them are others.
  useSyncExternalStore(
    passingWords ? subscribeClock : noClock,
    () => pieces.map(({ kind, from, to }) => (kind === 'gap' ? '' : textsIn({ from, to }, wordsAt))).join(),
    () => '',
  );
  const keyOf = (index: number) => (picture.isReused && index !== current ? `place ${index - picture.from}` : index);
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
                words={wordsAt(index)}
                failure={row ? undefined : failureOf(props, { index, firstInSight })}
              />
            );
          })
        ),
      )}
    </tbody>
  );
}

const noClock = () => () => {};

function textsIn({ from, to }: RowRange, textAt: (index: number) => string | undefined): string {
  let texts = '';
  for (let index = from; index < to; index += 1) texts += textAt(index);
  return texts;
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
