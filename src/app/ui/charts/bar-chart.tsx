import './bar-chart.css';
import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { barPath, chartHeight, mostOf } from './bar-path.ts';
import { type BarRange, type BarSelection, barRange, movedSelection } from './bar-selection.ts';
import { BarTip } from './bar-tip.tsx';
import { useBarPointer } from './use-bar-pointer.ts';

/** One bar, or several on top of each other. */
interface ChartBar {
  /** What it is of and how much it is: "March 2026: 12 datasets". */
  readonly text: string;
  /** Numbers from the bottom up. */
  readonly stack: readonly number[];
}

export interface BarChartProps {
  /** What the bars are of. */
  readonly label: string;
  /** At least one. */
  readonly bars: readonly ChartBar[];
  /** A class for each layer of a stack. */
  readonly layers: readonly string[];
  /** The bars that are chosen by now. */
  readonly chosen?: BarRange | undefined;
  /** Whether a click chooses a bar; else it takes a drag, and a double click is `onClear`. */
  readonly choosesByClick?: boolean;
  /** What choosing does, for who cannot see it: "shows only what was created then". */
  readonly help: string;
  /** What several bars are together, as `text` of one. */
  readonly rangeText: (range: BarRange) => string;
  readonly onChoose: (range: BarRange) => void;
  /** Chooses nothing. */
  readonly onClear: () => void;
}

/** How long a pointer may be outside before it is taken to have left. */
const leaveMs = 120;

/**
 * Bars that can be pointed at and chosen by dragging, and by keys: arrows move, with Shift they select a range, Enter chooses it, Escape
 * chooses nothing. For who listens it is a slider, whose value is what the bar says.
 */
export function BarChart(props: BarChartProps): ReactElement {
  const { label, bars, layers, chosen, choosesByClick = false, help, rangeText, onChoose, onClear } = props;
  const helpId = useId();
  const chart = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<BarSelection>();
  const [pointed, setPointed] = useState<number>();
  const [isFocused, setFocused] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = bars.length - 1;
  const current = clamped(draft ?? { anchor: chosen?.to ?? last, head: chosen?.to ?? last }, last);
  const tipAt = pointed === undefined ? (isFocused ? current.head : undefined) : Math.min(pointed, last);
  const isRange = draft !== undefined && draft.anchor !== draft.head;
  const textAt = (bar: number) => (isRange ? rangeText(barRange(current)) : (bars[bar]?.text ?? ''));
  const pointer = useBarPointer({
    count: bars.length,
    onPoint(bar) {
      clearTimeout(leaving.current);
      setPointed(bar);
    },
    onDraft: setDraft,
    onEnd(selection, isDragged) {
      if (isDragged || choosesByClick) choose(selection);
      else setDraft({ anchor: selection.head, head: selection.head });
    },
  });
  function choose(selection: BarSelection): void {
    setDraft(undefined);
    onChoose(barRange(clamped(selection, last)));
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const moved = movedSelection(current, { key, isExtended: shiftKey, count: bars.length, isRtl });
    if (moved !== undefined) {
      setDraft(moved);
      setPointed(undefined);
      setFocused(true);
    } else if (key === 'Enter' || key === ' ') choose(current);
    else if (key === 'Escape' && isRange) setDraft(undefined);
    else if (key === 'Escape') onClear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div
      className="bar-chart"
      onPointerLeave={() => (leaving.current = setTimeout(() => setPointed(undefined), leaveMs))}
    >
      <div
        ref={chart}
        className="bars"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={current.head + 1}
        aria-valuetext={textAt(current.head)}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => {
          setFocused(false);
          setDraft(undefined);
        }}
        onDoubleClick={() => {
          if (!choosesByClick) onClear();
        }}
        {...pointer}
      >
        <Drawing
          stacks={bars}
          layers={layers}
          marks={[
            { name: 'chosen', range: chosen },
            { name: 'draft', range: isRange ? barRange(current) : undefined },
            { name: 'at', range: tipAt === undefined ? undefined : { from: tipAt, to: tipAt } },
          ]}
        />
      </div>
      <span id={helpId} className="sr-only">
        Arrow keys move, with Shift they select a range. Enter {help}, Escape undoes that.
      </span>
      {tipAt === undefined || chart.current === null ? null : (
        <BarTip
          text={textAt(tipAt)}
          chart={chart.current}
          middlePx={middleOf(chart.current, (tipAt + 0.5) / bars.length)}
          onClose={() => {
            setPointed(undefined);
            setFocused(false);
          }}
        />
      )}
    </div>
  );
}

function Drawing(props: {
  stacks: readonly ChartBar[];
  layers: readonly string[];
  marks: readonly { readonly name: string; readonly range: BarRange | undefined }[];
}): ReactElement {
  const { layers, marks } = props;
  const stacks = props.stacks.map(({ stack }) => stack);
  const most = mostOf(stacks);
  return (
    <svg viewBox={`0 0 ${stacks.length} ${chartHeight}`} preserveAspectRatio="none" aria-hidden="true">
      {marks.map(({ name, range }) =>
        range === undefined ? null : (
          <rect
            key={name}
            className={`mark-${name}`}
            x={range.from}
            width={range.to - range.from + 1}
            height={chartHeight}
          />
        ),
      )}
      {layers.map((name, layer) => (
        <path key={name} className={name} d={barPath(stacks, layer, most)} />
      ))}
    </svg>
  );
}

function clamped({ anchor, head }: BarSelection, last: number): BarSelection {
  return { anchor: Math.min(anchor, last), head: Math.min(head, last) };
}

function middleOf(chart: HTMLElement, share: number): number {
  const isRtl = getComputedStyle(chart).direction === 'rtl';
  return chart.clientWidth * (isRtl ? 1 - share : share);
}
