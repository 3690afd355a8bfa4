import { type PointerEvent, useRef, useState } from 'react';

/** A column that is being dragged by its header: dropped now, it takes the place of the one that it is over. */
export interface ColumnDrag {
  readonly id: string;
  readonly overId: string;
}

/**
 * Moves a column by its header, but for the first one. Only with a mouse: fingers and pens scroll. The row of headers takes
 * `onPointerDown`; what follows the pointer from there is loaded by then, or comes after it.
 */
export function useColumnDrag(onMove: (id: string, overId: string) => void) {
  const pressing = useRef<AbortController>(undefined);
  const [drag, setDrag] = useState<ColumnDrag>();
  function onPointerDown({ currentTarget, target, button, pointerType, clientX }: PointerEvent<HTMLElement>): void {
    pressing.current?.abort();
    if (button !== 0 || pointerType !== 'mouse' || !(target instanceof Element) || target.closest('.resize')) return;
    const id = target.closest<HTMLElement>('th:not(:first-child)')?.dataset.column;
    if (id === undefined) return;
    pressing.current = new AbortController();
    const { signal } = pressing.current;
    const options = { pressed: { id, startX: clientX }, onDrag: setDrag, onMove, signal };
    // Where it cannot be loaded, the server is gone, and the columns stay as they are.
    import('./drag-column.ts').then(({ dragColumn }) => dragColumn(currentTarget, options)).catch(() => {});
  }
  return { drag, onPointerDown };
}
