import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { IndexedRows, ScrollRest } from './row-source.ts';
import { atLeastOneRow, headHeightPx, rowHeightPx, rowsHeightIn, rowsInSight } from './row-window.ts';
import { type ScrollPicture, ScrollView } from './scroll-view.ts';

/** Where a table is to be, and who is told of where it is. */
export interface ScrollPlaces {
  /** What page this is, or what list: when it changes, and once its rows are there, the table scrolls to `topRow`. */
  readonly placeKey: string;
  /** The first row in sight, fractions included: 0 is the top. */
  readonly topRow: number;
  /** Called when scrolling has come to rest, with what to pass as `topRow` to come back here. */
  readonly onRest: (rest: ScrollRest) => void;
}

/** The view of rows, and the size of the element that it follows. */
export function useScrollView<Row>(
  options: ScrollPlaces & {
    readonly layout: 'flow' | 'still';
    readonly source: IndexedRows<Row>;
    readonly count: number;
    /** What of the window's height goes to all but the rows, at least; until the frame is measured. */
    readonly elsewherePx: number;
    /** Whether the rows are there, and are those of `placeKey`. */
    readonly isSettled: boolean;
    readonly isPrinting: boolean;
  },
) {
  const { layout, source, count, placeKey, topRow, isSettled, isPrinting } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const jumpedTo = useRef<string>(undefined);
  const { sizePx, viewPx } = useViewSize(scroller, options);
  // What scrolls while other rows are on their way, or goes when rows go, is not where the reader wants to come back to.
  const onRest = useEffectEvent((rest: ScrollRest) => {
    if (isSettled) options.onRest(rest);
  });
  const [view] = useState(
    () =>
      new ScrollView((rest) => onRest(rest), {
        layout,
        count,
        viewPx,
        topRow,
        placeKey: isSettled ? placeKey : undefined,
      }),
  );
  useLayoutEffect(
    () => (scroller.current && !isPrinting ? view.follow(scroller.current) : undefined),
    [view, isPrinting],
  );
  useLayoutEffect(() => (source.subscribe === undefined ? undefined : view.take(source)), [view, source]);
  useLayoutEffect(() => view.lay({ count, viewPx }), [view, count, viewPx]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the place is another, not when scrolling has changed it.
  useLayoutEffect(() => {
    // Rows that are read again are where the reader is by now.
    if (!isSettled || jumpedTo.current === placeKey) return;
    jumpedTo.current = placeKey;
    view.jump(topRow, placeKey);
  }, [view, placeKey, isSettled]);
  useEffect(() => {
    if (!isPrinting) return;
    // Back from paper, where the element had gone to its top; it has its height again with the next frame.
    return () => void requestAnimationFrame(view.putRight);
  }, [view, isPrinting]);
  return { scroller, view, sizePx, viewPx };
}

/** The size of an element in CSS pixels, and what the rows have of its height. */
function useViewSize(
  scroller: RefObject<HTMLElement | null>,
  { layout, elsewherePx }: { readonly layout: 'flow' | 'still'; readonly elsewherePx: number },
) {
  const [sizePx, setSizePx] = useState({ width: Number.POSITIVE_INFINITY, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // On paper the element is as high as what is in it, and no guide to what is in sight.
      if (!matchMedia('print').matches)
        setSizePx((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    if (layout === 'still') measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, layout]);
  // Until it is measured, a page is as high as its window leaves room for, and there is no room for rows that stand still.
  const measuredPx = atLeastOneRow(sizePx.height - headHeightPx);
  const guessedPx = layout === 'flow' ? rowsHeightIn(innerHeight, elsewherePx) : 0;
  return { sizePx, viewPx: sizePx.height === 0 ? guessedPx : measuredPx };
}

/**
 * What is drawn of so many rows. Where the view has not heard of them yet, or of the place that they are at, it is what it will draw: their
 * first picture is of the right rows.
 */
export function useScrollPicture(
  view: ScrollView,
  at: {
    readonly count: number;
    readonly viewPx: number;
    readonly topRow: number;
    readonly placeKey: string;
    readonly isSettled: boolean;
  },
): ScrollPicture {
  const { count, viewPx, topRow, placeKey, isSettled } = at;
  const picture = useSyncExternalStore(view.subscribe, view.picture, view.picture);
  const isElsewhere = isSettled && picture.placeKey !== placeKey;
  if (!isElsewhere && picture.count === count) return picture;
  const top = isElsewhere ? topRow : picture.topPx / rowHeightPx;
  return { ...picture, ...rowsInSight(top, viewPx, count), topPx: top * rowHeightPx, count };
}
