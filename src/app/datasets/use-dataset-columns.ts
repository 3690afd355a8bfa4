import { useMemo } from 'react';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import type { SortHandler } from '../table/table-head.tsx';
import { useStoredValue } from '../ui/stored-value.ts';
import type { View } from '../view-params.ts';
import { datasetColumns } from './dataset-columns.tsx';
import { listOrderOf, shownSort } from './list-orders.ts';
import { columnPreferences, timesPreference } from './list-preferences.ts';
import type { SearchReading } from './use-search-reading.ts';
import { withSortBy } from './view-changes.ts';

/** The columns of the list as the reader wants them, what it is ordered by, and what a click on a header does. */
export function useDatasetColumns(options: {
  readonly view: View;
  readonly userId: string | undefined;
  readonly mark: SearchReading['mark'];
}) {
  const { view, userId, mark } = options;
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const look = useMemo(() => ({ userId, times, mark }), [userId, times, mark]);
  const columns = useMemo(() => datasetColumns(look), [look]);
  const sort = useMemo(() => shownSort(view), [view]);
  const onSort: SortHandler = (columnId, { isAdded }) => {
    const order = listOrderOf(columnId);
    if (order) navigate(urlOf(withSortBy(view, order.column, { isAdded, descFirst: order.descFirst })));
  };
  return { look, table: { columns, preferences, onPreferencesChange: columnPreferences.set, sort, onSort } };
}
