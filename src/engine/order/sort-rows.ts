import type { Collection } from '../columns/collection.ts';
import { perCollection, RecentValues } from '../columns/per-collection.ts';
import { sortableKeys } from './column-keys.ts';
import type { SortKey } from './sort-key.ts';
import { rowNumbers, stableOrder } from './stable-order.ts';

/** How rows are ordered. */
export interface Order {
  readonly sort: readonly SortKey[];
  /** Turns the list's own order; without effect once `sort` says anything. */
  readonly desc: boolean;
  /** Languages by which names are ordered, best first; empty means the runtime's own. */
  readonly locales: readonly string[];
}

const keptOrders = 4;

const ordersOf = perCollection(() => new RecentValues<Uint32Array>(keptOrders));

/**
 * All rows of a collection in an order: equal ones as they stand in the list, those without a value last in both directions. It is kept with the collection: do not change it.
 */
export function sortRows(collection: Collection, order: Order): Uint32Array {
  return ordersOf(collection).get(orderKey(order), () => {
    const { sort, desc, locales } = order;
    if (sort.length === 0) return desc ? rowNumbers(collection.count).reverse() : rowNumbers(collection.count);
    let rows: Uint32Array | undefined;
    for (const key of [...sort].reverse()) {
      rows = stableOrder(sortableKeys(collection, key.column, locales), { desc: key.desc, from: rows });
    }
    return rows ?? rowNumbers(collection.count);
  });
}

/** Tells orders apart: equal for two that put all rows in the same places. */
export function orderKey({ sort, desc, locales }: Order): string {
  if (sort.length === 0) return String(desc);
  const keys = sort.map((key) => `${key.desc ? '-' : ''}${key.column}`);
  return `${keys.join()} ${locales.join()}`;
}
