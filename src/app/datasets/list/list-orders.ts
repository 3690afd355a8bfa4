import type { DatasetSortKey } from '../../address/sort-param.ts';
import type { View } from '../../address/view-params.ts';
import type { Sort } from '../../table/model/table-features.ts';
import { columnOrder } from '../columns.tsx';

/** The columns of the table that a view is ordered by: without any other order that of the API, by creation. */
export function shownSort({ sort, desc }: Pick<View, 'sort' | 'desc'>): readonly Sort[] {
  if (sort.length === 0) return [{ id: 'createdAt', desc }];
  return sort.map(({ column, desc: keyDesc }) => ({ id: column, desc: keyDesc }));
}

/** The order of a view, for a sentence: "newest first", "by items, most first, then by name". */
export function orderText({ sort, desc }: Pick<View, 'sort' | 'desc'>): string {
  if (sort.length === 0) return directionOf({ column: 'createdAt', desc });
  return sort.map(keyText).join(', then ');
}

function keyText(key: DatasetSortKey): string {
  const direction = directionOf(key);
  const by = `by ${columnOrder(key.column)?.by}`;
  return direction === '' ? by : `${by}, ${direction}`;
}

function directionOf({ column, desc }: DatasetSortKey): string {
  return columnOrder(column)?.[desc ? 'desc' : 'asc'] ?? '';
}
