import './bar-chart.css';
import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCloseWhenGone } from '../floats/use-close-when-gone.ts';
import { type BarRange, type BarSelection, barRange, movedSelection, useBarPointer } from './bar-selection.ts';

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

/** The height of a chart's drawing, in its own units. */
const chartHeight = 100;
/** The share of a bar's place that is left empty beside it. */
const gap = 0.16;
/** What is more than nothing is seen. */
const leastHeight = 2.5;

/**
 * The outlines of one layer of stacked bars, as the `d` of an SVG path in a box of `bars.length` by `chartHeight`. `most` is the number
 * that is as high as the box.
 */
export function barPath(bars: readonly (readonly number[])[], layer: number, most: number): string {
  const parts = bars.map((stack, index) => {
    const value = stack[layer] ?? 0;
    if (!(value > 0) || !(most > 0)) return '';
    const below = stack.slice(0, layer).reduce((sum, one) => sum + heightOf(one, most), 0);
    const [top, bottom] = [rounded(chartHeight - below - heightOf(value, most)), rounded(chartHeight - below)];
    return `M${rounded(index + gap / 2)} ${bottom}V${top}h${1 - gap}V${bottom}z`;
  });
  return parts.join('');
}

/** The height of the highest bar of all. */
export function mostOf(bars: readonly (readonly number[])[]): number {
  return bars.reduce(
    (most, stack) =>
      Math.max(
        most,
        stack.reduce((sum, value) => sum + value, 0),
      ),
    0,
  );
}

function heightOf(value: number, most: number): number {
  return value > 0 ? Math.max(leastHeight, (value / most) * chartHeight) : 0;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

/** What a bar says, above it: in the top layer, and as long as it is rendered. Escape asks for it to go (WCAG 1.4.13). */
function BarTip(props: {
  text: string;
  /** The chart, and where in its width the middle of the bar is, in CSS pixels. */
  chart: HTMLElement;
  middlePx: number;
  onClose: () => void;
}): ReactElement {
  const { text, chart, middlePx, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another width.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const { left, top } = chart.getBoundingClientRect();
    const most = document.documentElement.clientWidth - element.offsetWidth - 8;
    const above = top - element.offsetHeight;
    element.style.left = `${Math.max(8, Math.min(left + middlePx - element.offsetWidth / 2, most))}px`;
    // Without a gap, so that the pointer can go over to it.
    element.style.top = `${above < 8 ? top + chart.offsetHeight : above}px`;
  }, [chart, middlePx, text]);
  useCloseWhenGone(onClose);
  return (
    <div ref={box} className="tip" role="tooltip" popover="manual">
      {text}
    </div>
  );
}
