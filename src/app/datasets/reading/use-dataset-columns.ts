import { useMemo } from 'react';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { showOnceThere } from '../../address/show-once-there.ts';
import type { View } from '../../address/view-params.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import type { SortHandler } from '../../table/model/use-column-table.ts';
import { datasetColumns, passingWords } from '../columns.tsx';
import { listOrderOf, shownSort } from '../list/list-orders.ts';
import { columnPreferences, timesPreference } from '../list/list-preferences.ts';
import { useAskAhead } from '../list/use-ask-ahead.ts';
import type { List } from '../list/use-list.ts';
import { withSortBy } from '../list/view-changes.ts';
import type { SearchReading } from '../search/read-search.tsx';

/** The columns of the list as the reader wants them, what it is ordered by, and what a click on a header does. */
export function useDatasetColumns(options: {
  readonly view: View;
  readonly datasets: List;
  readonly userId: string | undefined;
  readonly mark: SearchReading['mark'];
}) {
  const { view, datasets, userId, mark } = options;
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const columns = useMemo(() => datasetColumns({ userId, times, mark }), [userId, times, mark]);
  const sort = useMemo(() => shownSort(view), [view]);
  const askAhead = useAskAhead(datasets.collection, userId);
  const onSort: SortHandler = (columnId, { isAdded }) => {
    const order = listOrderOf(columnId);
    if (order === undefined) return;
    const next = withSortBy(view, order.column, { isAdded, descFirst: order.descFirst });
    showOnceThere(askAhead.rows(next), { show: () => navigate(urlOf(next)) });
  };
  return {
    columns,
    preferences,
    onPreferencesChange: columnPreferences.set,
    sort,
    onSort,
    passingWords: times === 'relative' ? passingWords : undefined,
  };
}
