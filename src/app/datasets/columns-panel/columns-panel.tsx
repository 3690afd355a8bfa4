import { type ReactElement, useMemo } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { announce } from '../../browser/announce.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { asTheyCome } from '../../table/model/column-preferences.ts';
import { clampWidth, narrowestPx, shownWidthsUpTo, widestPx, widthStepPx } from '../../table/model/column-widths.ts';
import { labelOf, type TableColumn, type TableModel } from '../../table/model/table-features.ts';
import { columnsInOrder, moveColumn, useColumnTable } from '../../table/model/use-column-table.ts';
import { Button } from '../../ui/controls/button.tsx';
import { OutlineIcon } from '../../ui/controls/icon.tsx';
import { laterIconOutlines } from '../../ui/controls/later-icon-outlines.ts';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { datasetColumns } from '../columns.tsx';
import { columnPreferences, timesPreference } from '../list/list-preferences.ts';
import './columns-panel.css';
import '../../ui/controls/later-controls.css';

type Column = TableColumn<DatasetListItem>;

const timeOptions = [
  { value: 'relative', label: 'Relative' },
  { value: 'absolute', label: 'Absolute' },
] as const;

/** One line a column, to show or hide it, to keep it in sight, to size and to move it, and the way times are written. */
export function ColumnsPanel(): ReactElement {
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const columns = useMemo(() => datasetColumns({ userId: undefined, times }), [times]);
  const table = useColumnTable({ columns, preferences, onPreferencesChange: columnPreferences.set });
  const inOrder = columnsInOrder(table);
  return (
    <div className="columns-panel">
      <ul>
        {inOrder.map((column, index) => (
          <ColumnLine key={column.id} table={table} column={column} index={index} inOrder={inOrder} />
        ))}
      </ul>
      <div className="columns-times">
        <span>Times</span>
        <Segmented label="Times" options={timeOptions} value={times} onChange={timesPreference.set} />
      </div>
      <Button variant="quiet" disabled={preferences === asTheyCome} onClick={() => columnPreferences.set(asTheyCome)}>
        Reset columns
      </Button>
    </div>
  );
}

function ColumnLine(props: {
  table: TableModel<DatasetListItem>;
  column: Column;
  index: number;
  inOrder: readonly Column[];
}): ReactElement {
  const { table, column, index, inOrder } = props;
  const label = labelOf(column);
  const isFirst = index === 0;
  const pinned = table.getStartLeafColumns().length;
  const isPinned = index < pinned;
  function move(to: number): void {
    const over = inOrder[to];
    if (over === undefined) return;
    moveColumn(table, column.id, over.id);
    announce(`${label}: column ${to + 1} of ${inOrder.length}`);
  }
  function pin(): void {
    column.pin(isPinned ? false : 'start');
    announce(isPinned ? `${label} scrolls with the others` : `${label} stays in sight`);
  }
  return (
    <li className="columns-line" data-last-pinned={index === pinned - 1 && pinned > 1 ? '' : undefined}>
      <label className="check-line">
        <input
          type="checkbox"
          checked={column.getIsVisible()}
          disabled={!column.getCanHide()}
          onChange={column.getToggleVisibilityHandler()}
        />
        {label}
      </label>
      <LineButton label={`Pin ${label}`} icon="pin" isEnd={isFirst} isPressed={isPinned} onPress={pin} />
      <WidthButtons table={table} column={column} />
      {isFirst ? (
        <span className="columns-fixed" />
      ) : (
        <>
          <LineButton
            label={`Move ${label} up`}
            icon="arrow-up"
            isEnd={index === 1 || index === pinned}
            onPress={() => move(index - 1)}
          />
          <LineButton
            label={`Move ${label} down`}
            icon="arrow-down"
            isEnd={index === inOrder.length - 1 || index === pinned - 1}
            onPress={() => move(index + 1)}
          />
        </>
      )}
    </li>
  );
}

/** What pulling the edge of a column does, for who cannot pull (WCAG 2.5.7). */
function WidthButtons(props: { table: TableModel<DatasetListItem>; column: Column }): ReactElement {
  const { table, column } = props;
  const label = labelOf(column);
  const isHidden = !column.getIsVisible();
  const chosenPx = table.state.columnSizing[column.id];
  function widen(byPx: number): void {
    const cell = document.querySelector<HTMLElement>(`th[data-column="${column.id}"]`);
    if (cell === null) return;
    const widthsPx = shownWidthsUpTo(cell);
    const widthPx = clampWidth((widthsPx[column.id] ?? 0) + byPx);
    table.setColumnSizing((before) => ({ ...before, ...widthsPx, [column.id]: widthPx }));
    announce(`${label}: ${widthPx} pixels wide`);
  }
  return (
    <>
      <LineButton
        label={`Make ${label} narrower`}
        icon="minus"
        isEnd={isHidden || chosenPx === narrowestPx}
        onPress={() => widen(-widthStepPx)}
      />
      <LineButton
        label={`Make ${label} wider`}
        icon="plus"
        isEnd={isHidden || chosenPx === widestPx}
        onPress={() => widen(widthStepPx)}
      />
    </>
  );
}

/** At the end of its way the button stays where the focus is, and says that it does nothing. */
function LineButton(props: {
  label: string;
  icon: keyof typeof laterIconOutlines;
  isEnd: boolean;
  /** Of what is on or off. */
  isPressed?: boolean;
  onPress: () => void;
}): ReactElement {
  const { label, icon, isEnd, isPressed, onPress } = props;
  return (
    <button
      type="button"
      className="copy-icon"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-disabled={isEnd}
      onClick={() => {
        if (!isEnd) onPress();
      }}
    >
      <OutlineIcon outline={laterIconOutlines[icon]} sizePx={14} />
    </button>
  );
}
