/** A column that is being dragged by its header: dropped now, it takes the place of the one that it is over. */
export interface ColumnDrag {
  readonly id: string;
  readonly overId: string;
}

/** How far a pointer moves before it drags: a hand that clicks is not quite still. */
const startPx = 6;

function cellAt(row: HTMLElement, clientX: number): HTMLElement | undefined {
  const cells = [...row.querySelectorAll<HTMLElement>('th')];
  // Columns that stay lie over those that were scrolled under them, and come first here.
  const at = cells.find((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return left <= clientX && clientX < right;
  });
  return at ?? (clientX < row.getBoundingClientRect().left ? cells.at(0) : cells.at(-1));
}

/**
 * Follows a pointer that was pressed on a header until it is let go, and drops the column there; Escape calls it off. The row captures
 * the pointer, so that a drag that begins on a button is no click.
 */
export function dragColumn(
  row: HTMLElement,
  options: {
    /** Where the pointer was pressed. */
    readonly pressed: { readonly id: string; readonly startX: number };
    readonly onDrag: (drag: ColumnDrag | undefined) => void;
    readonly onMove: (id: string, overId: string) => void;
    /** Ends it: the pointer was pressed again. */
    readonly signal: AbortSignal;
  },
): void {
  const { pressed, onDrag, onMove } = options;
  const { id, startX } = pressed;
  let overId: string | undefined;
  const following = new AbortController();
  const signal = AbortSignal.any([following.signal, options.signal]);

  function end(): void {
    following.abort();
    if (overId !== undefined) onDrag(undefined);
  }
  /** The column that the pointer is over, once it drags. */
  function columnAt(clientX: number): string | undefined {
    if (overId === undefined && Math.abs(clientX - startX) < startPx) return undefined;
    return cellAt(row, clientX)?.dataset.column ?? id;
  }
  function follow({ pointerId, buttons, clientX }: PointerEvent): void {
    // It was let go elsewhere, before the row had captured it.
    if (buttons !== 1) end();
    const at = buttons === 1 ? columnAt(clientX) : undefined;
    if (at === undefined || at === overId) return;
    if (overId === undefined) row.setPointerCapture(pointerId);
    overId = at;
    onDrag({ id, overId });
  }
  function drop({ clientX }: PointerEvent): void {
    const at = columnAt(clientX);
    if (at !== undefined && at !== id) onMove(id, at);
    end();
  }
  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape' && overId !== undefined) end();
  }
  row.addEventListener('pointermove', follow, { signal });
  row.addEventListener('pointerup', drop, { signal });
  row.addEventListener('pointercancel', end, { signal });
  addEventListener('keydown', onKeyDown, { signal, capture: true });
}
