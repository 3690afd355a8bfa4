import type { ReactElement } from 'react';
import { Icon } from '../../ui/controls/icon.tsx';
import type { TableColumn } from '../model/table-features.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { type ColumnDrag, useColumnDrag } from './use-column-drag.ts';

/** One column that the list is ordered by. */
export interface Sort {
  readonly columnId: string;
  readonly desc: boolean;
}

/** `isAdded`: the column comes behind those that the list is ordered by already (Shift). */
export type SortHandler = (columnId: string, options: { readonly isAdded: boolean }) => void;

export interface TableHeadProps<Row extends object> {
  readonly columns: readonly TableColumn<Row>[];
  readonly widthsPx: Readonly<Record<string, number>>;
  readonly sort: readonly Sort[];
  readonly onSort: SortHandler | undefined;
  readonly onDraftWidths: (widthsPx: Readonly<Record<string, number>> | undefined) => void;
  readonly onWidths: (widthsPx: Readonly<Record<string, number | undefined>>) => void;
  /** A column was dropped over another one, and takes its place. */
  readonly onMove: (columnId: string, overId: string) => void;
}

/** The header: names to drag, the order where the list can be put in one, and an edge to pull for each width. */
export function TableHead<Row extends object>(props: TableHeadProps<Row>): ReactElement {
  const { drag, onPointerDown } = useColumnDrag(props.onMove);
  return (
    <thead>
      <tr aria-rowindex={1} onPointerDown={onPointerDown}>
        {props.columns.map((column) => (
          <HeadCell key={column.id} {...props} column={column} dropMark={dropMarkOf(column.id, props.columns, drag)} />
        ))}
      </tr>
    </thead>
  );
}

/** Where the dragged column would go, seen from this one; `self` for the dragged column. */
type DropMark = 'start' | 'end' | 'self' | undefined;

function dropMarkOf(id: string, columns: readonly { readonly id: string }[], drag: ColumnDrag | undefined): DropMark {
  if (id === drag?.id) return 'self';
  if (id !== drag?.overId) return undefined;
  const [from, to] = [drag.id, id].map((one) => columns.findIndex((column) => column.id === one));
  // Nothing goes before the first column.
  return to === 0 || (from ?? 0) < (to ?? 0) ? 'end' : 'start';
}

function HeadCell<Row extends object>(
  props: TableHeadProps<Row> & { readonly column: TableColumn<Row>; readonly dropMark: DropMark },
): ReactElement {
  const { column, widthsPx, sort, onSort, onDraftWidths, onWidths } = props;
  const { id } = column;
  const { label = id, align, widthPx = 0 } = column.columnDef.meta ?? {};
  const place = sort.findIndex(({ columnId }) => columnId === id);
  const direction = place === -1 ? 'none' : sort[place]?.desc ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      data-column={id}
      data-drop={props.dropMark}
      // The column's name alone: the edge to pull has a name of its own.
      aria-label={label}
      aria-sort={onSort === undefined ? undefined : direction}
      className={align === 'end' ? 'num' : undefined}
    >
      {onSort === undefined ? (
        <span>{label}</span>
      ) : (
        <button type="button" className="sort" onClick={({ shiftKey }) => onSort(id, { isAdded: shiftKey })}>
          <span>{label}</span>
          {direction === 'none' ? null : (
            <Icon name={direction === 'descending' ? 'chevron-down' : 'chevron-up'} sizePx={14} />
          )}
          {sort.length > 1 && place !== -1 ? <sub aria-hidden="true">{place + 1}</sub> : null}
        </button>
      )}
      <ResizeHandle
        columnId={id}
        label={label}
        widthPx={widthsPx[id] ?? widthPx}
        onDraft={onDraftWidths}
        onResize={onWidths}
      />
    </th>
  );
}
