import type { SortKey } from '../../../engine/order/sort-key.ts';
import { isSearched, type View } from '../../address/view-params.ts';
import type { DatasetSortColumn } from '../fields.ts';
import { withoutFirstFilter } from './list-filters.tsx';

/** The same list from another row on. */
export function withOffset(view: View, offset: number): View {
  return { ...view, offset };
}

/** Another list, another order or another search: from its first row on. */
export function withList(view: View, change: Partial<Omit<View, 'offset' | 'limit'>>): View {
  return { ...view, ...change, offset: 0 };
}

/** Where a reader ends up who asks for pages of another size. */
export interface Resized {
  readonly view: View;
  /** Rows from the top of the new page to the row that was the first in sight. */
  readonly topRow: number;
}

/**
 * Pages of another size, the first row in sight kept in sight. `firstRow` counts from the top of the list; `maxRows` is the most
 * that the server has been seen to give, when that is known.
 */
export function withLimit(
  view: View,
  options: { readonly limit: number; readonly firstRow: number; readonly maxRows: number | undefined },
): Resized {
  const { limit, firstRow, maxRows = limit } = options;
  const pageSize = Math.max(1, Math.min(limit, maxRows));
  const offset = Math.floor(firstRow / pageSize) * pageSize;
  return { view: { ...view, limit, offset }, topRow: firstRow - offset };
}

/**
 * The view after a click on the header of a column. Alone, the column takes the place of every other order: first its usual
 * direction, then the other one, then the API's order again. `isAdded` (Shift) puts it behind the columns that are there. The API's
 * own column has no third step: without any other order, the list is in its order, and a click turns it round.
 */
export function withSortBy(
  view: View,
  column: DatasetSortColumn,
  options: { readonly isAdded: boolean; readonly descFirst: boolean },
): View {
  const { isAdded, descFirst } = options;
  if (column === 'createdAt' && !isAdded)
    return withList(view, view.sort.length > 0 ? { sort: [] } : { desc: !view.desc });
  const before = view.sort.find((key) => key.column === column);
  const next: readonly SortKey<DatasetSortColumn>[] =
    before === undefined
      ? [{ column, desc: descFirst }]
      : before.desc === descFirst
        ? [{ column, desc: !descFirst }]
        : [];
  if (!isAdded) return withList(view, { sort: view.sort.length > 1 && before !== undefined ? [before] : next });
  if (before === undefined) return withList(view, { sort: [...view.sort, ...next] });
  return withList(view, { sort: view.sort.flatMap((key) => (key.column === column ? next : key)) });
}

/** Whether datasets that the caller may see can be missing from the list because of how it was asked for. */
export function isFiltered(view: View): boolean {
  return isSearched(view) || withoutFirstFilter(view) !== undefined;
}

/** The view without the first thing that narrows it: the search, then what chooses the list's datasets. */
export function withoutFilters(view: View): View {
  return withList(view, isSearched(view) ? { q: '' } : (withoutFirstFilter(view) ?? {}));
}
