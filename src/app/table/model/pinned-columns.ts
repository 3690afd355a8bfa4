import type { CSSProperties } from 'react';
import type { TableColumn } from './table-features.ts';

/** Columns that stay in sight take no more of the box that the table scrolls in: beyond it they scroll with the rest. */
const mostShare = 0.5;

/** Which columns stay in sight. */
export interface Pins {
  /** So many of the first columns; at least the first one, by the style sheet. */
  readonly count: number;
  /** What they take of the box's width when it is scrolled, in CSS pixels. */
  readonly widthPx: number;
}

/**
 * The columns that stay in sight in a box of `roomPx`, of all that are on screen. While the table is scrolled sideways, each is at the
 * least that it shrinks to, which is what TanStack Table takes for its size: so its offsets are right without measuring.
 */
export function pinsIn<Row extends object>(columns: readonly TableColumn<Row>[], roomPx: number): Pins {
  let [count, widthPx] = [1, columns[0]?.getSize() ?? 0];
  for (const column of columns.slice(1)) {
    const endPx = column.getStart('start') + column.getSize();
    if (!column.getIsPinned() || endPx > roomPx * mostShare) break;
    [count, widthPx] = [count + 1, endPx];
  }
  return { count, widthPx };
}

/** The class and style of a cell. The first column needs none to stay. */
export function pinOf<Row extends object>(
  column: TableColumn<Row>,
  index: number,
  { count }: Pins,
): { readonly className: string | undefined; readonly style: CSSProperties | undefined } {
  const align = column.columnDef.meta?.align === 'end' ? 'num' : undefined;
  if (index === 0 || index >= count) return { className: align, style: undefined };
  const pin = index === count - 1 ? 'pinned pinned-last' : 'pinned';
  return {
    className: align ? `${align} ${pin}` : pin,
    style: { insetInlineStart: column.getStart('start') },
  };
}
