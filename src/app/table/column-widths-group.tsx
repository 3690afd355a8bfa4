import type { CSSProperties, ReactElement } from 'react';
import { columnStyles } from './column-widths.ts';
import type { TableColumn } from './table-features.ts';

/** `<colgroup>`: the one place that gives columns their widths. */
export function ColumnWidths<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  widthsPx: Readonly<Record<string, number>>;
}): ReactElement {
  const { columns, widthsPx } = props;
  const styles = columnStyles(
    columns.map(({ id, columnDef: { meta } }) => ({
      widthPx: meta?.widthPx ?? 120,
      minWidthPx: meta?.minWidthPx ?? 80,
      grow: meta?.grow ?? 1,
      chosenPx: widthsPx[id],
    })),
  );
  return (
    <colgroup>
      {columns.map(({ id }, index) => (
        // React's types know no custom properties.
        <col key={id} style={styles[index] as CSSProperties} />
      ))}
    </colgroup>
  );
}
