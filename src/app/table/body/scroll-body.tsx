import { constructRow } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { TableColumn, TableRowModel } from '../model/table-features.ts';
import type { useTableColumns } from '../model/use-table-columns.ts';
import type { RowBlocks } from '../window/row-blocks.ts';
import { rowHeightPx } from '../window/row-window.ts';
import type { ScrollPicture, ScrollView } from '../window/scroll-view.ts';
import { ScrollRow } from './scroll-row.tsx';
import type { CurrentRow } from './use-current-row.ts';
import { useScrollRow } from './use-scroll-row.ts';

export interface ScrollBodyProps<Row extends object> {
  readonly view: ScrollView;
  readonly source: RowBlocks<Row>;
  readonly count: number;
  readonly table: ReturnType<typeof useTableColumns<Row>>['table'];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** What the cells of a row look like that only goes by. */
  readonly plain: (row: Row, columnId: string) => ReactNode;
  /** What stands in place of rows that could not be had. */
  readonly failureNote: (failure: unknown, rows: { readonly from: number; readonly to: number }) => ReactNode;
  /** On paper no row is cut. */
  readonly printing: boolean;
  /** Told of the row that the reader is at. */
  readonly onCurrent: (index: number | undefined) => void;
}

/** The rows in sight, of very many: moved by the pixels that the first one is above, where the header hides it. */
export function ScrollBody<Row extends object>(props: ScrollBodyProps<Row>): ReactElement {
  const { view, source, count, columns, plain, printing, onCurrent } = props;
  const picture = useSyncExternalStore(view.subscribe, view.picture);
  const { isMoving } = picture;

  const firstInSight = Math.ceil(picture.topPx / rowHeightPx);
  const current = useScrollRow({ view, count, firstInSight });
  onCurrent(current.index);
  const modelOf = useRowModels(props);
  const { full } = picture;
  const isPlain = (index: number) => index !== current.index && (index < full.from || index >= full.to);
  const { indexes, shiftPx } = rowsToDraw(picture, current.index);
  return (
    <tbody
      ref={current.body}
      // Nothing that goes by is pointed at.
      style={printing ? undefined : { translate: `0 ${shiftPx}px`, pointerEvents: isMoving ? 'none' : 'auto' }}
      onFocus={current.onFocus}
      onKeyDown={current.onKeyDown}
    >
      {indexes.map((index) => {
        const row = source.rowAt(index);
        return (
          <ScrollRow
            key={picture.isReused && isPlain(index) ? `place ${index - picture.from}` : index}
            row={row && modelOf(row)}
            columns={columns}
            plain={isPlain(index) ? plain : undefined}
            index={index}
            isCurrent={index === current.index}
            isTabStop={index === current.tabStop}
            failure={row ? undefined : failureOf(props, { index, firstInSight })}
          />
        );
      })}
    </tbody>
  );
}

/** What is drawn of the rows: those in sight, and the one outside that must not go, because it has the focus. */
function rowsToDraw({ from, to, topPx }: ScrollPicture, kept: CurrentRow['index']) {
  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  const shiftPx = from * rowHeightPx - topPx;
  if (kept === undefined || (kept >= from && kept < to)) return { indexes: inSight, shiftPx };
  return kept < from
    ? { indexes: [kept, ...inSight], shiftPx: shiftPx - rowHeightPx }
    : { indexes: [...inSight, kept], shiftPx };
}

/** Each row as TanStack Table knows it, made once. */
function useRowModels<Row extends object>({ table, rowId }: ScrollBodyProps<Row>) {
  return useMemo(() => {
    const models = new WeakMap<Row, TableRowModel<Row>>();
    return (row: Row): TableRowModel<Row> => {
      const known = models.get(row);
      if (known !== undefined) return known;
      const made = constructRow(table, rowId(row), row, 0, 0);
      models.set(row, made);
      return made;
    };
  }, [table, rowId]);
}

/** Why a row could not be had: said once for all rows of the same block, at the first one that is wholly in sight. */
function failureOf<Row extends object>(
  { source, failureNote }: ScrollBodyProps<Row>,
  { index, firstInSight }: { readonly index: number; readonly firstInSight: number },
): ReactNode {
  const failed = source.failureAt(index);
  if (failed === undefined) return undefined;
  return index === Math.max(failed.from, firstInSight) ? failureNote(failed.failure, failed) : null;
}
