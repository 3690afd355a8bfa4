import { type ReactElement, type Ref, useMemo } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import type { ListView } from '../../contract/list-params.ts';
import { currentFragment, navigate, replaceFragment } from '../location.ts';
import { urlOf } from '../paths.ts';
import { fragmentOf, topRowOf } from '../scroll-fragment.ts';
import { DataTable, type DataTableHandle } from '../table/data-table.tsx';
import { useStoredValue } from '../ui/stored-value.ts';
import { createdColumnId } from './dataset-column-list.ts';
import { datasetColumns } from './dataset-columns.tsx';
import { EmptyNote } from './empty-note.tsx';
import { columnPreferences, timesPreference } from './list-preferences.ts';
import { FailureNote, StoppedNote } from './request-notes.tsx';
import type { Datasets } from './use-datasets.ts';
import { withList } from './view-changes.ts';

const noRows: readonly DatasetListItem[] = [];
const rowId = ({ id }: DatasetListItem) => id;

/** The table of the list, and inside its frame what there is to say when it has no rows. */
export function DatasetsTable(props: {
  view: ListView;
  entryKey: string;
  datasets: Datasets;
  userId: string | undefined;
  ref: Ref<DataTableHandle<DatasetListItem>>;
}): ReactElement {
  const { view, entryKey, datasets, userId, ref } = props;
  const { shown, request } = datasets;
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const columns = useMemo(() => datasetColumns({ userId, times }), [userId, times]);
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
      preferences={preferences}
      onPreferencesChange={columnPreferences.set}
      sort={{ columnId: createdColumnId, desc: view.desc }}
      onSort={() => navigate(urlOf(withList(view, { desc: !view.desc })))}
      pageKey={entryKey}
      topRow={topRowOf(currentFragment())}
      onTopRowChange={(topRow) => {
        // Until its own rows are there, what is scrolled is another page.
        if (shown?.source !== 'before') replaceFragment(fragmentOf(topRow));
      }}
    >
      <Message view={view} datasets={datasets} />
    </DataTable>
  );
}

function Message({ view, datasets }: { view: ListView; datasets: Datasets }): ReactElement | null {
  const { shown, request } = datasets;
  if (shown !== undefined) return shown.page.items.length === 0 ? <EmptyNote view={view} /> : null;
  if (request.name === 'stopped') return <StoppedNote layout="page" onRetry={datasets.refresh} />;
  if (request.name !== 'failed') return null;
  return <FailureNote layout="page" view={view} failure={request.failure} onRetry={datasets.refresh} />;
}
