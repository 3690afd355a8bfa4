import { lazy, type ReactElement, type Ref, Suspense, useMemo } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { currentFragment, navigate, replaceFragment } from '../location.ts';
import { urlOf } from '../paths.ts';
import { fragmentOf, topRowOf } from '../scroll-fragment.ts';
import { DataTable, type DataTableHandle } from '../table/data-table.tsx';
import type { SortHandler } from '../table/table-head.tsx';
import { Marked } from '../ui/marked.tsx';
import { useStoredValue } from '../ui/stored-value.ts';
import type { View } from '../view-params.ts';
import { datasetColumns, type MarkText } from './dataset-columns.tsx';
import { listOrderOf, shownSort } from './list-orders.ts';
import { columnPreferences, timelineShown, timesPreference } from './list-preferences.ts';
import { RequestNote } from './request-note.tsx';
import { heightBesideRowsPx } from './timeline-room.ts';
import type { List } from './use-list.ts';
import type { SearchReading } from './use-search-reading.ts';
import { withSortBy } from './view-changes.ts';

// Only who has no rows loads it: the server has just answered.
const EmptyNote = lazy(async () => ({ default: (await import('./empty-note.tsx')).EmptyNote }));

const noRows: readonly DatasetListItem[] = [];
const rowId = ({ id }: DatasetListItem) => id;

/** The table of the list, and inside its frame what there is to say when it has no rows. */
export function DatasetsTable(props: {
  view: View;
  entryKey: string;
  datasets: List;
  userId: string | undefined;
  /** What a text was found by. */
  rangesIn: SearchReading['rangesIn'];
  /** A button of what is said in place of the rows leads to another view. */
  onView: (view: View) => void;
  ref: Ref<DataTableHandle<DatasetListItem>>;
}): ReactElement {
  const { view, entryKey, datasets, userId, rangesIn, onView, ref } = props;
  const { shown, request } = datasets;
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const hasTimeline = useStoredValue(timelineShown);
  const columns = useMemo(() => {
    const mark: MarkText | undefined = rangesIn && ((text) => <Marked text={text} ranges={rangesIn(text)} />);
    return datasetColumns({ userId, times, mark });
  }, [userId, times, rangesIn]);
  const sort = useMemo(() => shownSort(view), [view]);
  const sortBy: SortHandler = (columnId, { isAdded }) => {
    const order = listOrderOf(columnId);
    if (order) navigate(urlOf(withSortBy(view, order.column, { isAdded, descFirst: order.descFirst })));
  };
  const isLoading = shown === undefined && request.name !== 'failed' && request.name !== 'stopped';
  const state = isLoading ? 'loading' : shown?.source === 'before' && request.name !== 'stopped' ? 'pending' : 'ready';
  return (
    <DataTable
      ref={ref}
      label="Datasets"
      columns={columns}
      rows={shown?.page.items ?? noRows}
      rowId={rowId}
      offset={shown?.page.offset ?? 0}
      total={shown?.page.total}
      state={state}
      skeletonRows={view.limit}
      elsewherePx={heightBesideRowsPx(hasTimeline)}
      preferences={preferences}
      onPreferencesChange={columnPreferences.set}
      sort={sort}
      onSort={sortBy}
      pageKey={entryKey}
      topRow={topRowOf(currentFragment())}
      onTopRowChange={(topRow) => {
        // Until its own rows are there, what is scrolled is another page.
        if (shown?.source !== 'before') replaceFragment(fragmentOf(topRow));
      }}
    >
      <Message view={view} datasets={datasets} onView={onView} />
    </DataTable>
  );
}

function Message(props: { view: View; datasets: List; onView: (view: View) => void }): ReactElement | null {
  const { view, datasets, onView } = props;
  const { shown, request } = datasets;
  if (shown !== undefined) {
    if (shown.page.items.length > 0) return null;
    return (
      <Suspense>
        <EmptyNote view={view} isPartial={datasets.isPartial} onView={onView} />
      </Suspense>
    );
  }
  if (request.name !== 'stopped' && request.name !== 'failed') return null;
  return <RequestNote layout="page" view={view} datasets={datasets} />;
}
