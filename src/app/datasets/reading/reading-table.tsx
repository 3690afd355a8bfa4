import { type ReactElement, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { replaceAddress } from '../../address/location.ts';
import { pageAt, urlOf } from '../../address/paths.ts';
import { fragmentOf, topRowOf } from '../../address/scroll-fragment.ts';
import { announce } from '../../browser/announce.ts';
import { DataTable } from '../../table/data-table.tsx';
import type { RowBlocks } from '../../table/window/row-blocks.ts';
import type { ScrollRest } from '../../table/window/row-source.ts';
import { ScrollScale } from '../../table/window/scroll-scale.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { ScrolledPaging } from '../list/paging.ts';
import { withOffset } from '../list/view-changes.ts';
import type { DatasetsTableProps } from './datasets-table.tsx';
import { FailedRows } from './failed-rows.tsx';
import { useDatasetColumns } from './use-dataset-columns.ts';
import { useRowSource } from './use-row-source.ts';
import { useScale } from './use-scale.ts';

const rowId = ({ id }: DatasetListItem) => id;

export interface ReadingTableProps extends Omit<DatasetsTableProps, 'onView'> {
  readonly shown: ShownPage;
  /** Told of what is in sight whenever scrolling rests. */
  readonly onInSight: (inSight: ScrolledPaging) => void;
}

/** The list as one continuous scroll: all of its rows, from the row on that the address names. */
export function ReadingTable(props: ReadingTableProps): ReactElement {
  const { view, entryKey, datasets, shown, userId, onInSight } = props;
  const table = useDatasetColumns(props);
  const reading = useRowSource({ view, list: datasets, shown, userId });
  const { source } = reading;
  const total = useTotal(source);
  const { texts, textAt, onScale } = useScale(reading, { list: datasets, userId });
  const lastSaid = useRef<number>(undefined);
  const isPending = shown.source === 'before' && datasets.request.name !== 'stopped';
  // What is shown of a list without rows is not for a table.
  const isEmptied = total === 0;
  const showEmpty = useEffectEvent(datasets.refresh);
  useEffect(() => {
    if (isEmptied) showEmpty();
  }, [isEmptied]);

  function onRest({ topRow, rowsThatFit }: ScrollRest): void {
    // Until its own rows are there, what is scrolled is another list.
    if (isPending) return;
    // The address has two decimals of a row: what is less is none.
    const offset = Math.floor(topRow + 0.005);
    replaceAddress(urlOf(withOffset(view, offset)) + fragmentOf(topRow - offset));
    const from = Math.round(topRow);
    const to = Math.min(total, Math.round(topRow + rowsThatFit));
    const isOther = !reading.isWhole && total !== shown.page.total;
    onInSight({
      pageSize: 1,
      pageNumber: from + 1,
      pageCount: total,
      total,
      count: to - from,
      firstRow: from + 1,
      lastRow: to,
      lastOffset: total - 1,
      previousOffset: from > 0 ? Math.max(0, from - (to - from)) : undefined,
      nextOffset: to < total ? to : undefined,
      note: isOther ? `The list has changed meanwhile: it has ${formatCount(total)} datasets now.` : undefined,
    });
    const isFar = Math.abs(from - (lastSaid.current ?? from)) >= to - from;
    if (isFar && !isAmongRows())
      announce(`Rows ${formatCount(from + 1)} to ${formatCount(to)} of ${formatCount(total)}`);
    if (isFar || lastSaid.current === undefined) lastSaid.current = from;
  }
  return (
    <DataTable
      {...table}
      ref={props.ref}
      label="Datasets"
      source={source}
      count={total}
      rowId={rowId}
      offset={0}
      total={total}
      state={isPending ? 'pending' : 'ready'}
      placeKey={`${entryKey} ${JSON.stringify(reading.question)}`}
      topRow={placeInAddress()}
      onRest={onRest}
      scale={(of) => <ScrollScale {...of} texts={texts} textAt={textAt} onPlaces={onScale} />}
      failureNote={(failure, { from, to }) => (
        <FailedRows failure={failure} from={from} to={to} onRetry={() => source.retry(from)} />
      )}
    />
  );
}

/** The first row in sight that the address names, fractions included. */
function placeInAddress(): number {
  const page = pageAt(window.location);
  return (page.name === 'datasets' ? page.view.offset : 0) + topRowOf(window.location.hash);
}

/** Whose focus is on a row hears which one. */
function isAmongRows(): boolean {
  return document.activeElement?.closest('tr[data-row]') != null;
}

/** How many rows a list has, by the last answer. */
function useTotal(source: RowBlocks<DatasetListItem>): number {
  return useSyncExternalStore(source.subscribe, () => source.total);
}
