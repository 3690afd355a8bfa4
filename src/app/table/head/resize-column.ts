import { clampWidth, narrowestPx, shownWidthsUpTo, widestPx, widthStepPx } from '../model/column-widths.ts';

type Widths = Readonly<Record<string, number>>;

/** The column of an edge, and who is told of its width. */
interface ResizedColumn {
  readonly columnId: string;
  /** New widths, also of the columns before it. */
  readonly onResize: (widthsPx: Widths) => void;
}

/** Pulls the edge of a column by a pointer that the edge has captured, until it is let go. */
export function pullEdge(
  edge: HTMLElement,
  options: ResizedColumn & {
    readonly pointerId: number;
    readonly startX: number;
    /** While it is being pulled; `undefined` when that was called off. */
    readonly onDraft: (widthsPx: Widths | undefined) => void;
  },
): void {
  const { columnId, startX, onDraft, onResize } = options;
  // It was let go already.
  if (!edge.hasPointerCapture(options.pointerId)) return;
  const widths = widthsUpTo(edge);
  const pulling = new AbortController();

  function widthsAt(clientX: number): Widths | undefined {
    if (clientX === startX) return undefined;
    const pulledPx = (clientX - startX) * pullSign(edge);
    return { ...widths, [columnId]: clampWidth((widths[columnId] ?? 0) + pulledPx) };
  }
  function pull({ clientX }: PointerEvent): void {
    const pulled = widthsAt(clientX);
    if (pulled) onDraft(pulled);
  }
  function letGo({ clientX }: PointerEvent): void {
    pulling.abort();
    const pulled = widthsAt(clientX);
    if (pulled) onResize(pulled);
  }
  function callOff(): void {
    pulling.abort();
    onDraft(undefined);
  }
  const { signal } = pulling;
  edge.addEventListener('pointermove', pull, { signal });
  edge.addEventListener('pointerup', letGo, { signal });
  edge.addEventListener('pointercancel', callOff, { signal });
}

/** Moves the edge of a column by a key: one of the arrows, Home or End. */
export function moveEdge(edge: HTMLElement, { columnId, key, onResize }: ResizedColumn & { key: string }): void {
  const widths = widthsUpTo(edge);
  const widthPx = widths[columnId] ?? 0;
  const stepPx = (key === 'ArrowRight' ? widthStepPx : -widthStepPx) * pullSign(edge);
  const nextPx = key === 'Home' ? narrowestPx : key === 'End' ? widestPx : widthPx + stepPx;
  onResize({ ...widths, [columnId]: clampWidth(nextPx) });
}

function widthsUpTo(edge: HTMLElement): Widths {
  const own = edge.closest('th');
  return own ? shownWidthsUpTo(own) : {};
}

/** 1 where a pull to the right makes the column wider, -1 where the text runs from right to left. */
function pullSign(edge: HTMLElement): 1 | -1 {
  return getComputedStyle(edge).direction === 'rtl' ? -1 : 1;
}
