import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

/** A column that is being dragged by its header: dropped now, it takes the place of the one that it is over. */
export interface ColumnDrag {
  readonly id: string;
  readonly overId: string;
}

/** How far a pointer moves before it drags: a hand that clicks is not quite still. */
const startPx = 6;

function cellAt(row: HTMLElement, clientX: number): HTMLElement | undefined {
  const cells = [...row.querySelectorAll<HTMLElement>('th')];
  // The first column lies over those that were scrolled under it, and comes first here.
  const at = cells.find((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return left <= clientX && clientX < right;
  });
  return at ?? (clientX < row.getBoundingClientRect().left ? cells.at(0) : cells.at(-1));
}

/**
 * Moves a column by its header, but for the first one. Only with a mouse: fingers and pens scroll. What the row of headers takes is
 * in `handlers`; Escape calls it off. The row captures the pointer, so that a drag that begins on a button is no click.
 */
export function useColumnDrag(onMove: (id: string, overId: string) => void) {
  const pressed = useRef<{ readonly id: string; readonly startX: number }>(undefined);
  const [drag, setDrag] = useState<ColumnDrag>();
  const isDragging = drag !== undefined;
  function end(): void {
    pressed.current = undefined;
    setDrag(undefined);
  }
  const onKey = useEffectEvent((key: string) => {
    if (key === 'Escape') end();
  });
  useEffect(() => {
    if (!isDragging) return;
    const onKeyDown = (event: KeyboardEvent) => onKey(event.key);
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [isDragging]);
  const handlers = {
    onPointerDown({ target, button, pointerType, clientX }: PointerEvent<HTMLElement>): void {
      if (button !== 0 || pointerType !== 'mouse' || !(target instanceof Element) || target.closest('.resize')) return;
      const id = target.closest<HTMLElement>('th:not(:first-child)')?.dataset.column;
      pressed.current = id === undefined ? undefined : { id, startX: clientX };
    },
    onPointerMove({ currentTarget, pointerId, buttons, clientX }: PointerEvent<HTMLElement>): void {
      if (!pressed.current) return;
      const { id, startX } = pressed.current;
      // It was let go elsewhere, before the row had captured it.
      if (buttons !== 1) pressed.current = undefined;
      if (!pressed.current || (!isDragging && Math.abs(clientX - startX) < startPx)) return;
      if (!isDragging) currentTarget.setPointerCapture(pointerId);
      const overId = cellAt(currentTarget, clientX)?.dataset.column ?? id;
      if (overId !== drag?.overId) setDrag({ id, overId });
    },
    onPointerUp(): void {
      if (drag && drag.overId !== drag.id) onMove(drag.id, drag.overId);
      end();
    },
    onPointerCancel: end,
  };
  return { drag, handlers };
}
