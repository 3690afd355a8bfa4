import type { CSSProperties, ReactElement } from 'react';
import { flexWidths, widthStyle } from './column-widths.ts';
import type { TableColumn } from './table-features.ts';

/** `<colgroup>`: the one place that gives columns their widths. */
export function ColumnWidths<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  widthsPx: Readonly<Record<string, number>>;
}): ReactElement {
  const { columns, widthsPx } = props;
  const rules = columns.map(({ id, columnDef: { meta } }) => ({
    widthPx: meta?.widthPx ?? 120,
    minWidthPx: meta?.minWidthPx ?? 80,
    grow: meta?.grow ?? 1,
    chosenPx: widthsPx[id],
  }));
  const flex = flexWidths(rules);
  return (
    <colgroup>
      {columns.map(({ id }, index) => {
        const column = flex.columns[index];
        if (!column) return null;
        // A property and not the width itself: paper has none. React's types know no custom properties.
        const style = { '--width': widthStyle(column, flex.basePx) } as CSSProperties;
        return <col key={id} style={style} />;
      })}
    </colgroup>
  );
}
