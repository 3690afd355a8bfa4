import type { SortKey } from '../../../engine/order/sort-key.ts';
import type { View } from '../../address/view-params.ts';
import type { Sort } from '../../table/model/table-features.ts';
import type { DatasetSortColumn } from '../fields.ts';

/** An order that the list can be put in by a column of the table. */
interface ListOrder {
  /** The column of the table, by the same name. */
  readonly column: DatasetSortColumn;
  /** Whether the first click puts the greatest first: that is what one looks for among numbers and times. */
  readonly descFirst: boolean;
  /** What it is called in a sentence, and each of its directions; a text needs no word for its usual one. */
  readonly words: { readonly by: string; readonly asc: string; readonly desc: string };
}

const counts = { asc: 'fewest first', desc: 'most first' };
const times = { asc: 'oldest first', desc: 'newest first' };
const texts = { asc: '', desc: 'Z to A' };

const listOrders: readonly ListOrder[] = [
  { column: 'name', descFirst: false, words: { by: 'name', ...texts } },
  { column: 'id', descFirst: false, words: { by: 'ID', ...texts } },
  { column: 'itemCount', descFirst: true, words: { by: 'items', ...counts } },
  { column: 'cleanItemCount', descFirst: true, words: { by: 'clean items', ...counts } },
  { column: 'createdAt', descFirst: true, words: { by: 'created', ...times } },
  { column: 'modifiedAt', descFirst: true, words: { by: 'modified', ...times } },
  { column: 'accessedAt', descFirst: true, words: { by: 'accessed', ...times } },
  { column: 'owner', descFirst: false, words: { by: 'owner', ...texts } },
  { column: 'actId', descFirst: false, words: { by: 'Actor', ...texts } },
  { column: 'actRunId', descFirst: false, words: { by: 'run', ...texts } },
];

/** The order that a column of the table stands for. */
export function listOrderOf(columnId: string): ListOrder | undefined {
  return listOrders.find((order) => order.column === columnId);
}

/** The columns of the table that a view is ordered by: without any other order that of the API, by creation. */
export function shownSort({ sort, desc }: Pick<View, 'sort' | 'desc'>): readonly Sort[] {
  if (sort.length === 0) return [{ id: 'createdAt', desc }];
  return sort.map(({ column, desc: keyDesc }) => ({ id: column, desc: keyDesc }));
}

/** The order of a view, for a sentence: "newest first", "by items, most first, then by name". */
export function orderText({ sort, desc }: Pick<View, 'sort' | 'desc'>): string {
  if (sort.length === 0) return desc ? times.desc : times.asc;
  return sort.map(keyText).join(', then ');
}

function keyText(key: SortKey<DatasetSortColumn>): string {
  const { words } = orderOf(key);
  const direction = key.desc ? words.desc : words.asc;
  return direction === '' ? `by ${words.by}` : `by ${words.by}, ${direction}`;
}

function orderOf({ column }: SortKey<DatasetSortColumn>): ListOrder {
  const order = listOrders.find((one) => one.column === column);
  if (order === undefined) throw new Error(`No column of the table is ordered by ${column}.`);
  return order;
}
