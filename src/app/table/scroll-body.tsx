import { constructRow } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { RowBlocks } from './row-blocks.ts';
import { rowHeightPx } from './row-window.ts';
import type { ScrollPicture, ScrollView } from './scroll-view.ts';
import { SkeletonCells } from './skeleton-rows.tsx';
import type { TableColumn, TableRowModel } from './table-features.ts';
import { BodyRow } from './table-row.tsx';
import type { CurrentRow } from './use-current-row.ts';
import { usePrinting } from './use-printing.ts';
import { useScrollRow } from './use-scroll-row.ts';
import type { useTableColumns } from './use-table-columns.ts';

export interface ScrollBodyProps<Row extends object> {
  readonly view: ScrollView;
  readonly source: RowBlocks<Row>;
  readonly count: number;
  readonly table: ReturnType<typeof useTableColumns<Row>>['table'];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** What stands in place of rows that could not be had. */
  readonly failureNote: (failure: unknown, rows: { readonly from: number; readonly to: number }) => ReactNode;
  /** Told of the row that the reader is at. */
  readonly onCurrent: (index: number | undefined) => void;
}

/** The rows in sight, of very many: moved by the pixels that the first one is above, where the header hides it. */
export function ScrollBody<Row extends object>(props: ScrollBodyProps<Row>): ReactElement {
  const { view, source, count, columns, onCurrent } = props;
  const picture = useSyncExternalStore(view.subscribe, view.picture);
  const firstInSight = Math.ceil(picture.topPx / rowHeightPx);
  const current = useScrollRow({ view, count, firstInSight });
  onCurrent(current.index);
  const modelOf = useRowModels(props);
  const { indexes, shiftPx } = rowsToDraw(picture, current.index);
  const printing = usePrinting();
  return (
    <tbody
      ref={current.body}
      style={printing ? undefined : { transform: `translateY(${shiftPx}px)` }}
      onFocus={current.onFocus}
      onKeyDown={current.onKeyDown}
    >
      {indexes.map((index) => {
        const row = source.rowAt(index);
        const place = { index, isCurrent: index === current.index, isTabStop: index === current.tabStop };
        if (row === undefined) return <AbsentRow key={index} {...props} {...place} picture={picture} />;
        // The header is the first row.
        return <BodyRow key={index} row={modelOf(row)} columns={columns} ariaRowIndex={index + 2} {...place} />;
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

/** The place of a row that has not come, or could not be had: that is said once, at the first place in sight. */
function AbsentRow<Row extends object>(
  props: ScrollBodyProps<Row> & {
    readonly index: number;
    readonly isCurrent: boolean;
    readonly isTabStop: boolean;
    readonly picture: ScrollPicture;
  },
): ReactElement {
  const { source, columns, failureNote, index, isCurrent, isTabStop, picture } = props;
  const failed = source.failureAt(index);
  // The first row that is wholly in sight.
  const saidAt = failed && Math.max(failed.from, Math.ceil(picture.topPx / rowHeightPx));
  return (
    <tr
      data-row={index}
      data-absent=""
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      aria-busy={failed === undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      {failed && saidAt === index ? (
        <td colSpan={columns.length} className="absent-note">
          <div>{failureNote(failed.failure, failed)}</div>
        </td>
      ) : (
        <SkeletonCells columns={columns} row={index} />
      )}
    </tr>
  );
}
