import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  atLeastOneRow,
  headHeightPx,
  type RowRange,
  rowHeightPx,
  rowsHeightIn,
  rowsInSight,
  rowsToDraw,
  topRowToShow,
} from './row-window.ts';

/** Rows either side of those in sight that are drawn ahead of the scrolling. */
const overscanRows = 12;
/**
 * How long scrolling must rest before its position is told, where the browser does not say by `scrollend` that it has ended:
 * writing it to the history on every event is too often.
 */
const restMs = 120;
/** When, after the first rows, those around them follow: they are not what the reader waits for. */
const aheadMs = 250;

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  /** Tells where the rows are scrolled to, without waiting for the scrolling to rest. */
  readonly tellTopRow: () => void;
  readonly drawn: RowRange;
  /** The first row in sight, roughly: known exactly only when asked of the document. */
  readonly firstInSight: number;
  /** How many rows the frame has room for. */
  readonly rowsThatFit: number;
  /** Scrolls as little as it takes to have the whole of a row in sight. */
  readonly show: (row: number) => void;
}

/** Which rows of a page are in the document, by where the reader has scrolled to. */
export function useRowWindow(options: {
  readonly count: number;
  /** What of the window's height goes to all but the rows, at least; until the frame is measured. */
  readonly elsewherePx: number;
  readonly pageKey: string;
  readonly topRow?: number;
  /** Whether the rows are there, and are those of `pageKey`. */
  readonly settled: boolean;
  readonly onTopRowChange?: (topRow: number) => void;
}): RowWindow {
  const { count, pageKey, topRow = 0, settled, onTopRowChange } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState({ pageKey, topRow });
  const [heightPx, setHeightPx] = useState(() => rowsHeightIn(innerHeight, options.elsewherePx));
  const [overscan, setOverscan] = useState(0);
  // Where the scroller is; `position` follows only when other rows have to be drawn.
  const scrolledTo = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Another page: set while rendering, so that its first picture is of the right rows (react.dev, "Storing information from
  // previous renders").
  if (settled && position.pageKey !== pageKey) {
    setPosition({ pageKey, topRow });
    setOverscan(0);
  }

  const drawnAt = (top: number, ahead: number) => rowsToDraw(rowsInSight(top, heightPx, count), ahead, count);
  const drawn = drawnAt(position.topRow, overscan);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the page changes, not when its position does.
  useLayoutEffect(() => {
    clearTimeout(rest.current);
    if (!settled || !scroller.current || scrolledTo.current === topRow) return;
    scroller.current.scrollTop = topRow * rowHeightPx;
    scrolledTo.current = topRow;
  }, [pageKey, position.pageKey, settled]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has rows around its first ones.
  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(() => setOverscan(overscanRows), aheadMs);
    return () => clearTimeout(timer);
  }, [count, position.pageKey]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      // Never more than the window: on paper the frame is as high as all rows, and no guide to what is in sight.
      if (entry) setHeightPx(atLeastOneRow(Math.min(entry.contentRect.height, innerHeight) - headHeightPx));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(rest.current);
    };
  }, []);

  function onScroll(): void {
    const element = scroller.current;
    if (!element) return;
    element.toggleAttribute('data-aside', element.scrollLeft !== 0);
    const top = element.scrollTop / rowHeightPx;
    if (top === scrolledTo.current) return;
    scrolledTo.current = top;
    const next = drawnAt(top, overscanRows);
    if (overscan === 0) setOverscan(overscanRows);
    if (next.from !== drawn.from || next.to !== drawn.to) setPosition({ ...position, topRow: top });
    clearTimeout(rest.current);
    rest.current = setTimeout(tellRest, restMs);
  }

  function tellRest(): void {
    clearTimeout(rest.current);
    // What scrolls while other rows are on their way, or goes when rows go, is not where the reader wants to come back to.
    if (settled) onTopRowChange?.(scrolledTo.current);
  }

  function tellTopRow(): void {
    const element = scroller.current;
    if (!element) return;
    // The event of the last scrolling may still be to come.
    if (Math.abs(element.scrollTop - scrolledTo.current * rowHeightPx) >= 1) {
      scrolledTo.current = element.scrollTop / rowHeightPx;
    }
    tellRest();
  }

  return {
    scroller,
    onScroll,
    onScrollEnd: tellRest,
    tellTopRow,
    drawn,
    firstInSight: Math.min(Math.ceil(position.topRow), Math.max(0, count - 1)),
    rowsThatFit: Math.ceil(heightPx / rowHeightPx),
    show(row) {
      const element = scroller.current;
      if (!element) return;
      const top = element.scrollTop / rowHeightPx;
      const target = topRowToShow(row, top, heightPx);
      if (target !== top) element.scrollTop = target * rowHeightPx;
    },
  };
}
