import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { clampWidth, narrowestPx, widestPx, widthStepPx } from './column-widths.ts';
import { shownWidthsUpTo } from './shown-widths.ts';

export interface ResizeHandleProps {
  readonly columnId: string;
  /** The column's name. */
  readonly label: string;
  /** The width to say until the handle has measured it. */
  readonly widthPx: number;
  /** While the edge is being pulled; `undefined` when that was called off. */
  readonly onDraft: (widthsPx: Readonly<Record<string, number>> | undefined) => void;
  /** New widths; `undefined` for a column that is to flex again. */
  readonly onResize: (widthsPx: Readonly<Record<string, number | undefined>>) => void;
}

function widthsUpTo(handle: HTMLElement): Record<string, number> {
  const own = handle.closest('th');
  return own ? shownWidthsUpTo(own) : {};
}

/** 1 where a pull to the right makes the column wider, -1 where the text runs from right to left. */
function pullSign(handle: HTMLElement): 1 | -1 {
  return getComputedStyle(handle).direction === 'rtl' ? -1 : 1;
}

/** The edge of a column: pulled by the pointer, moved by the arrow keys, given back by a double click or Enter. */
export function ResizeHandle(props: ResizeHandleProps): ReactElement {
  const { columnId, label, onDraft, onResize } = props;
  const pull = useRef<{ readonly startX: number; readonly widths: Record<string, number> }>(undefined);
  const [measuredPx, setMeasuredPx] = useState<number>();

  function widthsAt(event: PointerEvent<HTMLElement>): Record<string, number> | undefined {
    if (!pull.current || event.clientX === pull.current.startX) return undefined;
    const { startX, widths } = pull.current;
    const pulledPx = (event.clientX - startX) * pullSign(event.currentTarget);
    return { ...widths, [columnId]: clampWidth((widths[columnId] ?? 0) + pulledPx) };
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const widths = widthsUpTo(event.currentTarget);
    const widthPx = widths[columnId] ?? 0;
    const sign = pullSign(event.currentTarget);
    const targets = new Map([
      ['ArrowRight', widthPx + widthStepPx * sign],
      ['ArrowLeft', widthPx - widthStepPx * sign],
      ['Home', narrowestPx],
      ['End', widestPx],
    ]);
    const next = targets.get(event.key);
    if (event.key === 'Enter') onResize({ [columnId]: undefined });
    else if (next !== undefined) {
      onResize({ ...widths, [columnId]: clampWidth(next) });
      setMeasuredPx(clampWidth(next));
    } else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a control (ARIA, "focusable separator").
    <div
      className="resize"
      role="separator"
      tabIndex={0}
      aria-label={`Width of ${label}`}
      aria-orientation="vertical"
      aria-valuemin={narrowestPx}
      aria-valuemax={widestPx}
      aria-valuenow={Math.round(measuredPx ?? props.widthPx)}
      onFocus={(event) => setMeasuredPx(widthsUpTo(event.currentTarget)[columnId])}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize({ [columnId]: undefined })}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pull.current = { startX: event.clientX, widths: widthsUpTo(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        const widths = widthsAt(event);
        if (widths) onDraft(widths);
      }}
      onPointerUp={(event) => {
        const widths = widthsAt(event);
        pull.current = undefined;
        if (!widths) return;
        onResize(widths);
        setMeasuredPx(widths[columnId]);
      }}
      onPointerCancel={() => {
        pull.current = undefined;
        onDraft(undefined);
      }}
    />
  );
}
