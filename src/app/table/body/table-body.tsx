import type { ReactElement } from 'react';
import type { TableColumn, TableRowModel } from '../model/table-features.ts';
import { bodyPieces, type RowRange, rowHeightPx } from '../window/row-window.ts';
import { BodyRow } from './table-row.tsx';
import type { CurrentRow } from './use-current-row.ts';

/** The rows that are drawn, by position, and gaps as high as those that are not. */
export function TableBody<Row extends object>(props: {
  rows: readonly TableRowModel<Row>[];
  columns: readonly TableColumn<Row>[];
  /** Rows of the whole list before the first of `rows`. */
  firstRowIndex: number;
  drawn: RowRange;
  current: CurrentRow;
}): ReactElement {
  const { rows, columns, firstRowIndex, drawn, current } = props;
  const pieces = bodyPieces(drawn, current.index, rows.length);
  return (
    <tbody ref={current.body} onFocus={current.onFocus} onBlur={current.onBlur} onKeyDown={current.onKeyDown}>
      {pieces.flatMap(({ kind, from, to }) =>
        kind === 'gap' ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus.
          <tr key={`gap before ${to}`} aria-hidden="true" style={{ height: (to - from) * rowHeightPx }}>
            <td colSpan={columns.length} />
          </tr>
        ) : (
          rows.slice(from, to).map((row, at) => {
            const index = from + at;
            return (
              <BodyRow
                key={index}
                row={row}
                columns={columns}
                index={index}
                // The header is the first row.
                ariaRowIndex={firstRowIndex + index + 2}
                isCurrent={index === current.index}
                isTabStop={index === current.tabStop}
              />
            );
          })
        ),
      )}
    </tbody>
  );
}
