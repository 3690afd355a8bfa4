import './scroll-table.css';
import {
  type CSSProperties,
  type ReactElement,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { indexOf } from './body/row-events.ts';
import { ScrollBody, type ScrollBodyProps } from './body/scroll-body.tsx';
import { type ScaleProps, ScrollScale } from './body/scroll-scale.tsx';
import type { DataTableHandle } from './data-table.tsx';
import { type Sort, type SortHandler, TableHead } from './head/table-head.tsx';
import { ColumnWidths } from './model/column-widths-group.tsx';
import { usePrinting } from './model/use-printing.ts';
import { type ColumnsOptions, useTableColumns } from './model/use-table-columns.ts';
import type { RowBlocks } from './window/row-blocks.ts';
import { headHeightPx, rowHeightPx } from './window/row-window.ts';
import { type ScalePlace, scalePlaces } from './window/scale-places.ts';
import { trackOf } from './window/scroll-track.ts';
import { type ScrollRest, ScrollView } from './window/scroll-view.ts';

export interface ScrollTableProps<Row extends object>
  extends ColumnsOptions<Row>,
    Pick<ScrollBodyProps<Row>, 'failureNote' | 'rowId' | 'count' | 'plain'>,
    Pick<ScaleProps, 'textAt'> {
  /** The accessible name. */
  readonly label: string;
  /** The rows; another one when they are others. */
  readonly source: RowBlocks<Row>;
  /** Whether other rows are on their way, and these stay until then. */
  readonly isPending: boolean;
  readonly sort: readonly Sort[];
  readonly onSort: SortHandler;
  /** When it changes the table scrolls to `topRow`. */
  readonly placeKey: string;
  /** The first row in sight, fractions included. */
  readonly topRow: number;
  /** Called when scrolling has come to rest. */
  readonly onRest: (rest: ScrollRest) => void;
  /** What stands beside the scrollbar at these places. */
  readonly scaleTexts: readonly (string | undefined)[];
  /** Told which rows the scale has places for. */
  readonly onScale: (places: readonly ScalePlace[]) => void;
  readonly ref?: Ref<DataTableHandle<Row>>;
}

const noRows: readonly never[] = [];

/** A table of all rows of a list, however many: it scrolls inside itself, and only the rows in sight are in the document. */
export function ScrollTable<Row extends object>(props: ScrollTableProps<Row>): ReactElement {
  const { source, count, rowId, isPending, placeKey, topRow, scaleTexts } = props;
  const { table, head } = useTableColumns({ ...props, rows: noRows });
  const tableElement = useRef<HTMLTableElement>(null);
  const currentIndex = useRef<number>(undefined);
  const { scroller, view, heightPx, printing } = useScrollView(props);
  // Until it is measured there is no room for any row.
  const viewPx = heightPx === 0 ? 0 : Math.max(rowHeightPx, heightPx - headHeightPx);
  const track = useMemo(() => trackOf({ count, viewPx }), [count, viewPx]);
  const places = useScalePlaces({ track, heightPx, onScale: props.onScale });

  useLayoutEffect(() => view.lay({ count, viewPx }), [view, count, viewPx]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the place is another, not when scrolling has changed it.
  useLayoutEffect(() => {
    if (!isPending) view.jump(topRow);
  }, [view, placeKey, isPending]);
  useImperativeHandle(
    props.ref,
    () => ({
      currentRow: () => (currentIndex.current === undefined ? undefined : source.rowAt(currentIndex.current)),
      rowOf: (tableRow) => source.rowAt(indexOf(tableRow)),
      tellTopRow: view.tell,
      focus: () => tableElement.current?.focus({ preventScroll: true }),
    }),
    [source, view],
  );
  // Properties and not the height itself: paper has none. React's types know no custom properties.
  const heights = { '--view': `${heightPx}px`, '--scroll': `${track.scrollPx}px` } as CSSProperties;
  return (
    <div className="table-frame" data-state={isPending ? 'pending' : 'ready'}>
      <div className="table-progress" />
      <div className="scroll-frame">
        <div className="table-scroller" ref={scroller} onScroll={view.onScroll}>
          <div className="scroll-track" style={heights}>
            <div className="scroll-view">
              <table
                ref={tableElement}
                tabIndex={-1}
                aria-label={props.label}
                aria-rowcount={count + 1}
                aria-colcount={head.columns.length}
                aria-busy={isPending}
              >
                <ColumnWidths columns={head.columns} widthsPx={head.widthsPx} />
                <TableHead {...head} sort={props.sort} onSort={props.onSort} />
                <ScrollBody
                  view={view}
                  source={source}
                  count={count}
                  table={table}
                  columns={head.columns}
                  rowId={rowId}
                  plain={props.plain}
                  printing={printing}
                  failureNote={props.failureNote}
                  onCurrent={(index) => {
                    currentIndex.current = index;
                  }}
                />
              </table>
            </div>
          </div>
        </div>
        <ScrollScale
          view={view}
          track={track}
          heightPx={heightPx}
          places={places}
          texts={scaleTexts}
          textAt={props.textAt}
          onScrollTo={(scrollPx) => scroller.current?.scrollTo({ top: scrollPx, behavior: 'instant' })}
        />
      </div>
    </div>
  );
}

/** The view of the rows, and the height of the element that it follows. */
function useScrollView<Row extends object>(props: ScrollTableProps<Row>) {
  const { source } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const onRest = useEffectEvent(props.onRest);
  const [view] = useState(() => new ScrollView((rest) => onRest(rest)));
  const [heightPx, setHeightPx] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      // On paper the element is as high as what is in it, and no guide to what is in sight.
      if (!matchMedia('print').matches) setHeightPx(element.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const printing = usePrinting();
  useLayoutEffect(() => (scroller.current && !printing ? view.follow(scroller.current) : undefined), [view, printing]);
  useLayoutEffect(() => view.take(source), [view, source]);
  useEffect(() => {
    if (printing) return;
    // Back from paper, where the element had gone to its top; it has its height again with the next frame.
    const frame = requestAnimationFrame(view.putRight);
    return () => cancelAnimationFrame(frame);
  }, [view, printing]);
  return { scroller, view, heightPx, printing };
}

function useScalePlaces(options: {
  readonly track: ReturnType<typeof trackOf>;
  readonly heightPx: number;
  readonly onScale: (places: readonly ScalePlace[]) => void;
}): readonly ScalePlace[] {
  const { track, heightPx } = options;
  const places = useMemo(() => scalePlaces(track, heightPx), [track, heightPx]);
  const onScale = useEffectEvent(options.onScale);
  useEffect(() => onScale(places), [places]);
  return places;
}
