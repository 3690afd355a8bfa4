import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { Icon } from '../../ui/controls/icon.tsx';
import { type Pins, pinOf } from '../model/pinned-columns.ts';
import { labelOf, type TableColumn, type TableModel } from '../model/table-features.ts';
import { moveColumn, type SortHandler } from '../model/use-column-table.ts';
import type { ColumnDrag } from './drag-column.ts';
import { ResizeHandle } from './resize-handle.tsx';

export interface TableHeadProps<Row extends object> {
  readonly table: TableModel<Row>;
  readonly columns: readonly TableColumn<Row>[];
  readonly pins: Pins;
  readonly onSort: SortHandler | undefined;
  /** Widths while an edge is being pulled; `undefined` when that is over. */
  readonly onDraft: (widthsPx: Readonly<Record<string, number>> | undefined) => void;
}

/** The header: names to drag, the order where the list can be put in one, and an edge to pull for each width. */
export function TableHead<Row extends object>(props: TableHeadProps<Row>): ReactElement {
  const { table, columns } = props;
  const { drag, onPointerDown } = useColumnDrag((id, overId) => moveColumn(table, id, overId));
  const from = columns.findIndex(({ id }) => id === drag?.id);
  return (
    <thead>
      <tr aria-rowindex={1} onPointerDown={onPointerDown}>
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            {...props}
            column={column}
            index={index}
            dropMark={
              column.id === drag?.id
                ? 'self'
                : column.id !== drag?.overId
                  ? undefined
                  : // Nothing goes before the first column.
                    index === 0 || from < index
                    ? 'end'
                    : 'start'
            }
          />
        ))}
      </tr>
    </thead>
  );
}

/**
 * Moves a column by its header, but for the first one. Only with a mouse: fingers and pens scroll. The row of headers takes
 * `onPointerDown`; what follows the pointer from there is loaded by then, or comes after it.
 */
function useColumnDrag(onMove: (id: string, overId: string) => void) {
  const pressing = useRef<AbortController>(undefined);
  const [drag, setDrag] = useState<ColumnDrag>();
  function onPointerDown({ currentTarget, target, button, pointerType, clientX }: PointerEvent<HTMLElement>): void {
    pressing.current?.abort();
    if (button !== 0 || pointerType !== 'mouse' || !(target instanceof Element) || target.closest('.resize')) return;
    const id = target.closest<HTMLElement>('th:not(:first-child)')?.dataset.column;
    if (id === undefined) return;
    pressing.current = new AbortController();
    const { signal } = pressing.current;
    const options = { pressed: { id, startX: clientX }, onDrag: setDrag, onMove, signal };
    // Where it cannot be loaded, the server is gone, and the columns stay as they are.
    import('./drag-column.ts').then(({ dragColumn }) => dragColumn(currentTarget, options)).catch(() => {});
  }
  return { drag, onPointerDown };
}

function HeadCell<Row extends object>(
  props: TableHeadProps<Row> & {
    readonly column: TableColumn<Row>;
    readonly index: number;
    /** Where the dragged column would go, seen from this one; `self` for the dragged column. */
    readonly dropMark: 'start' | 'end' | 'self' | undefined;
  },
): ReactElement {
  const { table, column, onSort, onDraft } = props;
  const { id } = column;
  const label = labelOf(column);
  const sorted = column.getIsSorted();
  const { className, style } = pinOf(column, props.index, props.pins);
  return (
    <th
      scope="col"
      data-column={id}
      data-drop={props.dropMark}
      // The column's name alone: the edge to pull has a name of its own.
      aria-label={label}
      aria-sort={onSort && (sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : 'none')}
      className={className}
      style={style}
    >
      {onSort === undefined ? (
        <span>{label}</span>
      ) : (
        <button type="button" className="sort" onClick={({ shiftKey }) => onSort(id, { isAdded: shiftKey })}>
          <span>{label}</span>
          {sorted ? <Icon name={sorted === 'desc' ? 'chevron-down' : 'chevron-up'} sizePx={14} /> : null}
          {sorted && table.state.sorting.length > 1 ? <sub aria-hidden="true">{column.getSortIndex() + 1}</sub> : null}
        </button>
      )}
      <ResizeHandle
        columnId={id}
        label={label}
        widthPx={column.getSize()}
        onDraft={onDraft}
        onResize={(widthsPx) => {
          onDraft(undefined);
          table.setColumnSizing((before) => ({ ...before, ...widthsPx }));
        }}
        onReset={() => {
          onDraft(undefined);
          column.resetSize();
        }}
      />
    </th>
  );
}
