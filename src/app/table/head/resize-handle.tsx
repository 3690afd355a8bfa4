import { type KeyboardEvent, type PointerEvent, type ReactElement, useState } from 'react';
import { narrowestPx, widestPx } from '../model/column-widths.ts';

export interface ResizeHandleProps {
  readonly columnId: string;
  /** The column's name. */
  readonly label: string;
  /** The width to say until the handle has measured it. */
  readonly widthPx: number;
  /** While the edge is being pulled; `undefined` when that was called off. */
  readonly onDraft: (widthsPx: Readonly<Record<string, number>> | undefined) => void;
  /** New widths, also of the columns before it. */
  readonly onResize: (widthsPx: Readonly<Record<string, number>>) => void;
  /** The column is to flex again. */
  readonly onReset: () => void;
}

/** Loaded once the page works. Where it cannot be, the server is gone, and the widths stay as they are. */
function withEdges(act: (edges: typeof import('./resize-column.ts')) => void): void {
  import('./resize-column.ts').then(act).catch(() => {});
}

/** The edge of a column: pulled by the pointer, moved by the arrow keys, given back by a double click or Enter. */
export function ResizeHandle(props: ResizeHandleProps): ReactElement {
  const { columnId, label, onDraft, onReset } = props;
  const [measuredPx, setMeasuredPx] = useState<number>();
  function onResize(widthsPx: Readonly<Record<string, number>>): void {
    props.onResize(widthsPx);
    setMeasuredPx(widthsPx[columnId]);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { currentTarget, key } = event;
    if (key === 'Enter') onReset();
    else if (/^(?:Arrow(?:Left|Right)|Home|End)$/.test(key))
      withEdges(({ moveEdge }) => moveEdge(currentTarget, { columnId, key, onResize }));
    else return;
    event.preventDefault();
  }
  function onPointerDown({ currentTarget, button, pointerId, clientX: startX }: PointerEvent<HTMLElement>): void {
    if (button !== 0) return;
    currentTarget.setPointerCapture(pointerId);
    withEdges(({ pullEdge }) => pullEdge(currentTarget, { columnId, pointerId, startX, onDraft, onResize }));
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
      onFocus={({ currentTarget }) => setMeasuredPx(currentTarget.parentElement?.getBoundingClientRect().width)}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={onPointerDown}
    />
  );
}
