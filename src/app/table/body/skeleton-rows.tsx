import type { ReactElement } from 'react';
import { Skeleton } from '../../ui/floats/skeleton.tsx';
import type { TableColumn } from '../model/table-features.ts';

/** Shares of a text's usual length, in turn: the places look like rows, and the same on every load. */
const lengths = [1, 0.72, 0.88, 0.64, 0.94, 0.8];

/** Rows in the place of those that are being loaded, of the same height and columns, so that nothing moves when they come. */
export function SkeletonRows<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  count: number;
}): ReactElement {
  const { columns, count } = props;
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity but their position.
        <tr key={row}>
          <SkeletonCells columns={columns} row={row} />
        </tr>
      ))}
    </tbody>
  );
}

/** The cells of the place of a row. */
export function SkeletonCells<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  row: number;
}): readonly ReactElement[] {
  const { columns, row } = props;
  return columns.map(({ id, columnDef: { meta } }, column) => {
    const share = lengths[(row + 2 * column) % lengths.length] ?? 1;
    return (
      <td key={id} className={meta?.align === 'end' ? 'num' : undefined}>
        <Skeleton width={`${Math.round((meta?.skeletonPercent ?? 60) * share)}%`} />
      </td>
    );
  });
}
