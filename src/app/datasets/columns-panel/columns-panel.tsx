import type { ReactElement } from 'react';
import { announce } from '../../browser/announce.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import {
  asTheyCome,
  type ColumnPreferences,
  orderedColumns,
  withMoved,
  withVisible,
  withWidths,
} from '../../table/model/column-preferences.ts';
import { clampWidth, narrowestPx, widestPx, widthStepPx } from '../../table/model/column-widths.ts';
import { shownWidthsUpTo } from '../../table/model/shown-widths.ts';
import { Button } from '../../ui/controls/button.tsx';
import { OutlineIcon } from '../../ui/controls/icon.tsx';
import { laterIconOutlines } from '../../ui/controls/later-icon-outlines.ts';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { datasetColumns } from '../dataset-columns.tsx';
import { columnPreferences, timesPreference } from '../list/list-preferences.ts';
import './columns-panel.css';
import '../../ui/controls/later-controls.css';

const columns = datasetColumns({ userId: undefined, times: 'relative' });
const ids = columns.map((column) => column.id ?? '');
const labels = new Map(columns.map((column) => [column.id ?? '', column.meta?.label ?? '']));

const timeOptions = [
  { value: 'relative', label: 'Relative' },
  { value: 'absolute', label: 'Absolute' },
] as const;

/** One line a column, to show or hide it, to size and to move it, and the way times are written. */
export function ColumnsPanel(): ReactElement {
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  return (
    <div className="columns-panel">
      <ul>
        {orderedColumns(ids, preferences).map((id, index) => (
          <ColumnLine key={id} id={id} index={index} preferences={preferences} />
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

function ColumnLine(props: { id: string; index: number; preferences: ColumnPreferences }): ReactElement {
  const { id, index, preferences } = props;
  const label = labels.get(id) ?? id;
  const isFirst = index === 0;
  const isLast = index === ids.length - 1;
  function move(to: number): void {
    columnPreferences.set(withMoved({ preferences, ids, id, index: to }));
    announce(`${label}: column ${to + 1} of ${ids.length}`);
  }
  return (
    <li className="columns-line">
      <label className="check-line">
        <input
          type="checkbox"
          checked={isFirst || !preferences.hidden.includes(id)}
          disabled={isFirst}
          onChange={(event) => columnPreferences.set(withVisible(preferences, id, event.currentTarget.checked))}
        />
        {label}
      </label>
      <WidthButtons id={id} label={label} preferences={preferences} />
      {isFirst ? (
        <span className="columns-fixed" />
      ) : (
        <>
          <StepButton label={`Move ${label} up`} icon="arrow-up" isEnd={index === 1} onStep={() => move(index - 1)} />
          <StepButton label={`Move ${label} down`} icon="arrow-down" isEnd={isLast} onStep={() => move(index + 1)} />
        </>
      )}
    </li>
  );
}

/** What pulling the edge of a column does, for who cannot pull (WCAG 2.5.7). */
function WidthButtons(props: { id: string; label: string; preferences: ColumnPreferences }): ReactElement {
  const { id, label, preferences } = props;
  const isHidden = id !== ids[0] && preferences.hidden.includes(id);
  const chosenPx = preferences.widthsPx[id];
  function widen(byPx: number): void {
    const cell = document.querySelector<HTMLElement>(`th[data-column="${id}"]`);
    if (cell === null) return;
    const widthsPx = shownWidthsUpTo(cell);
    const widthPx = clampWidth((widthsPx[id] ?? 0) + byPx);
    columnPreferences.set(withWidths(preferences, { ...widthsPx, [id]: widthPx }));
    announce(`${label}: ${widthPx} pixels wide`);
  }
  return (
    <>
      <StepButton
        label={`Make ${label} narrower`}
        icon="minus"
        isEnd={isHidden || chosenPx === narrowestPx}
        onStep={() => widen(-widthStepPx)}
      />
      <StepButton
        label={`Make ${label} wider`}
        icon="plus"
        isEnd={isHidden || chosenPx === widestPx}
        onStep={() => widen(widthStepPx)}
      />
    </>
  );
}

/** At the end of its way the button stays where the focus is, and says that it does nothing. */
function StepButton(props: {
  label: string;
  icon: keyof typeof laterIconOutlines;
  isEnd: boolean;
  onStep: () => void;
}): ReactElement {
  const { label, icon, isEnd, onStep } = props;
  return (
    <button
      type="button"
      className="copy-icon"
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => {
        if (!isEnd) onStep();
      }}
    >
      <OutlineIcon outline={laterIconOutlines[icon]} sizePx={14} />
    </button>
  );
}
