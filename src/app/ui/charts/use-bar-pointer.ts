import { type PointerEvent, useRef } from 'react';
import { type BarSelection, barAt } from './bar-selection.ts';

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
