import {
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
  type UIEvent,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { copyFrom } from '../ui/controls/copy-button.tsx';
import { TipArea } from '../ui/floats/tip-area.tsx';
import { TableBody, type TableBodyProps } from './body/table-body.tsx';
import { SkeletonRows } from './body/table-row.tsx';
import { indexOf } from './body/use-current-row.ts';
import { TableHead } from './head/table-head.tsx';
import { flexWidths, widthRules, widthStyle } from './model/column-widths.ts';
import { pinsIn } from './model/pinned-columns.ts';
import type { Sort, TableColumn } from './model/table-features.ts';
import { type ColumnsOptions, type SortHandler, useColumnTable } from './model/use-column-table.ts';
import { usePrinting } from './model/use-printing.ts';
import { type ScrollTrack, trackOf } from './window/scroll-track.ts';
import type { ScrollView } from './window/scroll-view.ts';
import { type ScrollPlaces, useScrollView } from './window/use-scroll-view.ts';

export interface DataTableHandle<Row> {
  /** The row that the reader last moved to, while it is there. */
  readonly currentRow: () => Row | undefined;
  /** What a row of the document shows; `undefined` while it is not there. */
  readonly rowOf: (tableRow: HTMLElement) => Row | undefined;
  /** Calls `onRest` now, also while the rows are still being scrolled. */
  readonly tellTopRow: () => void;
  /** Gives the table the focus: from there the arrow keys enter the rows. */
  readonly focus: () => void;
}

/** What goes beside the scrollbar is made of: how far the rows can be scrolled, and what scrolls them. */
interface ScaleOf {
  readonly view: ScrollView;
  readonly track: ScrollTrack;
  /** Of the box that is scrolled. */
  readonly heightPx: number;
  readonly onScrollTo: (scrollPx: number) => void;
}

export interface DataTableProps<Row extends object> extends ColumnsOptions<Row>, TableBodyProps<Row>, ScrollPlaces {
  /** The accessible name. */
  readonly label: string;
  /** How many rows the whole list has; `undefined` when that is not known. */
  readonly total: number | undefined;
  /** `loading`: no rows yet, their places are shown · `pending`: other rows are on their way, these stay until then. */
  readonly state: 'ready' | 'loading' | 'pending';
  /** How many places to show while `loading`; never more than are in sight. */
  readonly skeletonRows?: number;
  /** The columns that the list is ordered by, the first one first. A click on a header calls `onSort`. */
  readonly sort?: readonly Sort[];
  readonly onSort?: SortHandler;
  /** What of the window's height goes to all but the rows, at least. */
  readonly elsewherePx?: number;
  /** What stands beside the scrollbar of a list that is one scroll, however long; left out for a page of rows. */
  readonly scale?: (of: ScaleOf) => ReactNode;
  /** Shown inside the frame, below the header, after the rows: why there are none. */
  readonly children?: ReactNode;
  readonly ref?: Ref<DataTableHandle<Row>>;
}

/**
 * A table of rows by their index, those of one page or of a whole list: it scrolls inside itself, and only the rows in sight are in the
 * document.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { label, source, count, total, state, scale, placeKey, topRow, elsewherePx = 0 } = props;
  const element = useRef<HTMLTableElement>(null);
  const current = useRef<() => number | undefined>(null);
  const isPrinting = usePrinting();
  const isStill = scale !== undefined;
  const isReady = state === 'ready';
  // Where there are no rows, nothing can be scrolled to.
  const isSettled = isReady && (isStill || count > 0);
  const { scroller, view, sizePx, viewPx } = useScrollView({
    ...props,
    layout: isStill ? 'still' : 'flow',
    elsewherePx,
    isSettled,
    isPrinting,
  });
  const { table, columns, pins, onDraft } = useShownColumns(props, sizePx.width);
  useImperativeHandle(
    props.ref,
    () => ({
      currentRow() {
        const index = current.current?.();
        return index === undefined ? undefined : source.rowAt(index);
      },
      rowOf: (tableRow) => source.rowAt(indexOf(tableRow)),
      tellTopRow: view.tell,
      focus: () => element.current?.focus({ preventScroll: true }),
    }),
    [source, view],
  );
  function onScroll({ currentTarget }: UIEvent<HTMLElement>): void {
    currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft !== 0);
    view.onScroll();
  }
  const rows = (
    <table
      ref={element}
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={columns.length}
      aria-busy={!isReady}
      data-pins={pins.count > 1 ? pins.count : undefined}
      // What the columns share. React's types know no custom properties.
      style={Number.isFinite(sizePx.width) ? ({ '--room': `${sizePx.width}px` } as CSSProperties) : undefined}
    >
      <ColumnGroup columns={columns} sizing={table.state.columnSizing} />
      <TableHead table={table} columns={columns} pins={pins} onSort={props.onSort} onDraft={onDraft} />
      {state === 'loading' ? (
        <SkeletonRows columns={columns} pins={pins} count={Math.min(props.skeletonRows ?? 50, view.rowsThatFit)} />
      ) : (
        <TableBody
          {...props}
          view={view}
          place={{ count, viewPx, topRow, placeKey, isSettled }}
          isStill={isStill}
          isPrinting={isPrinting}
          table={table}
          columns={columns}
          pins={pins}
          current={current}
        />
      )}
    </table>
  );
  // What has the focus comes into sight beside the columns that stay.
  const aside = pins.count > 1 ? { scrollPaddingInlineStart: pins.widthPx } : undefined;
  const box = (inside: ReactNode) => (
    <div className="table-scroller" ref={scroller} style={aside} onScroll={onScroll}>
      {inside}
      {props.children ? <div className="table-message">{props.children}</div> : null}
    </div>
  );
  return (
    <TipArea className="table-frame" data-state={state} onClick={copyFrom}>
      <div className="table-progress" />
      {scale === undefined ? (
        box(rows)
      ) : (
        <StillFrame
          view={view}
          count={count}
          viewPx={viewPx}
          heightPx={sizePx.height}
          box={box}
          scale={scale}
          onScrollTo={(scrollPx) => scroller.current?.scrollTo({ top: scrollPx, behavior: 'instant' })}
        >
          {rows}
        </StillFrame>
      )}
    </TipArea>
  );
}

/** The columns on screen, as the reader wants them: also while an edge is being pulled. */
function useShownColumns<Row extends object>(props: DataTableProps<Row>, roomPx: number) {
  const { preferences } = props;
  const [draft, onDraft] = useState<Readonly<Record<string, number>>>();
  const drafted = useMemo(
    () => (draft ? { ...preferences, columnSizing: { ...preferences.columnSizing, ...draft } } : preferences),
    [preferences, draft],
  );
  const table = useColumnTable({ ...props, preferences: drafted });
  const [start, center] = [table.getStartVisibleLeafColumns(), table.getCenterVisibleLeafColumns()];
  const columns = useMemo(() => [...start, ...center], [start, center]);
  const { count, widthPx } = pinsIn(columns, roomPx);
  const pins = useMemo(() => ({ count, widthPx }), [count, widthPx]);
  return { table, columns, pins, onDraft };
}

/** The one place that gives columns their widths. */
function ColumnGroup<Row extends object>(props: {
  columns: readonly TableColumn<Row>[];
  sizing: Readonly<Record<string, number | undefined>>;
}): ReactElement {
  const { columns, sizing } = props;
  const flex = flexWidths(widthRules(columns, sizing));
  return (
    <colgroup>
      {flex.columns.map((column, index) => {
        // A property and not the width itself: paper has none. React's types know no custom properties.
        const style = { '--width': widthStyle(column, flex.basePx) } as CSSProperties;
        return <col key={columns[index]?.id} style={style} />;
      })}
    </colgroup>
  );
}

/** What a list is scrolled in whose rows stand still in what is in sight: it may be less high than all of them. */
function StillFrame(
  props: Omit<ScaleOf, 'track'> & {
    count: number;
    viewPx: number;
    box: (inside: ReactNode) => ReactNode;
    scale: (of: ScaleOf) => ReactNode;
    children: ReactNode;
  },
): ReactElement {
  const { view, count, viewPx, heightPx, onScrollTo } = props;
  const track = useMemo(() => trackOf({ count, viewPx }), [count, viewPx]);
  // Properties and not the height itself: paper has none. React's types know no custom properties.
  const heights = { '--view': `${heightPx}px`, '--scroll': `${track.scrollPx}px` } as CSSProperties;
  return (
    <div className="scroll-frame">
      {props.box(
        <div className="scroll-track" style={heights}>
          <div className="scroll-view">{props.children}</div>
        </div>,
      )}
      {props.scale({ view, track, heightPx, onScrollTo })}
    </div>
  );
}
