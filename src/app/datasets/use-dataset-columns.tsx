import { useMemo } from 'react';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import type { SortHandler } from '../table/table-head.tsx';
import { Marked } from '../ui/marked.tsx';
import { useStoredValue } from '../ui/stored-value.ts';
import type { View } from '../view-params.ts';
import { datasetColumns, type MarkText } from './dataset-columns.tsx';
import { listOrderOf, shownSort } from './list-orders.ts';
import { columnPreferences, timesPreference } from './list-preferences.ts';
import type { SearchReading } from './use-search-reading.ts';
import { withSortBy } from './view-changes.ts';

/** The columns of the list as the reader wants them, what it is ordered by, and what a click on a header does. */
export function useDatasetColumns(options: {
  readonly view: View;
  readonly userId: string | undefined;
  /** What a text was found by. */
  readonly rangesIn: SearchReading['rangesIn'];
}) {
  const { view, userId, rangesIn } = options;
  const preferences = useStoredValue(columnPreferences);
  const times = useStoredValue(timesPreference);
  const look = useMemo(() => {
    const mark: MarkText | undefined = rangesIn && ((text) => <Marked text={text} ranges={rangesIn(text)} />);
    return { userId, times, mark };
  }, [userId, times, rangesIn]);
  const columns = useMemo(() => datasetColumns(look), [look]);
  const sort = useMemo(() => shownSort(view), [view]);
  const onSort: SortHandler = (columnId, { isAdded }) => {
    const order = listOrderOf(columnId);
    if (order) navigate(urlOf(withSortBy(view, order.column, { isAdded, descFirst: order.descFirst })));
  };
  return { look, table: { columns, preferences, onPreferencesChange: columnPreferences.set, sort, onSort } };
}
