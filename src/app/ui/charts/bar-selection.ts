import { type PointerEvent, useRef } from 'react';

/** Some bars of a chart in a row: from the one where the selecting began to the one where it is. */
export interface BarSelection {
  readonly anchor: number;
  readonly head: number;
}

/** The first and the last bar of a selection, both included. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

/** A selection in the order of the bars. */
export function barRange({ anchor, head }: BarSelection): BarRange {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

/** What a key makes of a selection: arrows, Home and End move it, with Shift they extend it; `undefined` for any other key. */
export function movedSelection(
  selection: BarSelection,
  options: { readonly key: string; readonly isExtended: boolean; readonly count: number; readonly isRtl: boolean },
): BarSelection | undefined {
  const { key, isExtended, count, isRtl } = options;
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const page = Math.max(1, Math.round(count / 10));
  const heads = new Map([
    [forward, selection.head + 1],
    [back, selection.head - 1],
    ['PageDown', selection.head + page],
    ['PageUp', selection.head - page],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const to = heads.get(key);
  if (to === undefined) return undefined;
  const head = Math.max(0, Math.min(to, count - 1));
  return { anchor: isExtended ? selection.anchor : head, head };
}

/** The bar at a share of the chart's width, from 0 to 1. */
export function barAt(share: number, count: number): number {
  return Math.max(0, Math.min(Math.floor(share * count), count - 1));
}

/** A pointer that moves less only points. */
const leastDragPx = 4;

/** What a pointer does to a chart. */
export interface BarPointer {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/** Selects bars by dragging over them, and says which one is pointed at. */
export function useBarPointer(options: {
  readonly count: number;
  /** The bar under the pointer. */
  readonly onPoint: (bar: number) => void;
  /** While it is dragged; `undefined` when that was called off. */
  readonly onDraft: (selection: BarSelection | undefined) => void;
  /** It was let go: after a drag, or without one. */
  readonly onEnd: (selection: BarSelection, isDragged: boolean) => void;
}): BarPointer {
  const { count, onPoint, onDraft, onEnd } = options;
  const drag = useRef<{ readonly anchor: number; readonly startX: number; isDragged: boolean }>(undefined);

  function barOf(event: PointerEvent<HTMLElement>): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / Math.max(1, width);
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    return barAt(isRtl ? 1 - share : share, count);
  }
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { anchor: barOf(event), startX: event.clientX, isDragged: false };
      onPoint(drag.current.anchor);
    },
    onPointerMove(event) {
      const head = barOf(event);
      onPoint(head);
      if (drag.current === undefined) return;
      drag.current.isDragged ||= Math.abs(event.clientX - drag.current.startX) >= leastDragPx;
      if (drag.current.isDragged) onDraft({ anchor: drag.current.anchor, head });
    },
    onPointerUp(event) {
      if (drag.current === undefined) return;
      const { anchor, isDragged } = drag.current;
      drag.current = undefined;
      onEnd({ anchor, head: barOf(event) }, isDragged);
    },
    onPointerCancel() {
      drag.current = undefined;
      onDraft(undefined);
    },
  };
}
