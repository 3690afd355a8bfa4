import { type ReactElement, type Ref, Suspense, useMemo } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { currentFragment, replaceFragment } from '../../address/location.ts';
import { fragmentOf, topRowOf } from '../../address/scroll-fragment.ts';
import type { View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { DataTable, type DataTableHandle } from '../../table/data-table.tsx';
import { timelineShown } from '../list/list-preferences.ts';
import { heightBesideRowsPx } from '../list/timeline-room.ts';
import type { List } from '../list/use-list.ts';
import { RequestNote } from '../notes/request-note.tsx';
import type { SearchReading } from '../search/read-search.tsx';
import { useDatasetColumns } from './use-dataset-columns.ts';

// Only who has no rows loads it: the server has just answered.
const EmptyNote = later(async () => (await import('../notes/empty-note.tsx')).EmptyNote);

const noRows: readonly DatasetListItem[] = [];
const rowId = ({ id }: DatasetListItem) => id;

export interface DatasetsTableProps {
  view: View;
  entryKey: string;
  datasets: List;
  userId: string | undefined;
  mark: SearchReading['mark'];
  /** A button of what is said in place of the rows leads to another view. */
  onView: (view: View) => void;
  ref: Ref<DataTableHandle<DatasetListItem>>;
}

/** The table of the list, and inside its frame what there is to say when it has no rows. */
export function DatasetsTable(props: DatasetsTableProps): ReactElement {
  const { view, entryKey, datasets, userId, mark, onView, ref } = props;
  const { shown, request } = datasets;
  const hasTimeline = useStoredValue(timelineShown);
  const table = useDatasetColumns({ view, datasets, userId, mark });
  const isLoading = shown === undefined && request.name !== 'failed' && request.name !== 'stopped';
  const state = isLoading ? 'loading' : shown?.source === 'before' && request.name !== 'stopped' ? 'pending' : 'ready';
  const rows = shown?.page.items ?? noRows;
  const source = useMemo(() => ({ rowAt: (index: number) => rows[index] }), [rows]);
  return (
    <DataTable
      {...table}
      ref={ref}
      label="Datasets"
      source={source}
      count={rows.length}
      rowId={rowId}
      offset={shown?.page.offset ?? 0}
      total={shown?.page.total}
      state={state}
      skeletonRows={view.limit}
      elsewherePx={heightBesideRowsPx(hasTimeline)}
      placeKey={entryKey}
      topRow={topRowOf(currentFragment())}
      onRest={({ topRow }) => {
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
        <EmptyNote view={view} total={shown.page.total} isPartial={datasets.isPartial} onView={onView} />
      </Suspense>
    );
  }
  if (request.name !== 'stopped' && request.name !== 'failed') return null;
  return <RequestNote layout="page" view={view} datasets={datasets} />;
}
