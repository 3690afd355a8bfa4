import type { Collection } from '../columns/collection.ts';
import { rowNumbers } from '../order/stable-order.ts';

/** What can be said of some rows together. */
export interface Summary {
  readonly datasets: number;
  /** Items in all. */
  readonly items: number;
  /** The share of items that are clean, from 0 to 1; `undefined` when there are no items. */
  readonly cleanShare: number | undefined;
  /** In ms since 1970; `undefined` when there are no rows with a date. */
  readonly firstCreatedAtMs: number | undefined;
  readonly lastCreatedAtMs: number | undefined;
  /** The row with the most items, the oldest of several; `undefined` when no row has items. */
  readonly biggestRow: number | undefined;
}

/** Sums up rows of a collection; left out, all of them. */
export function summaryOf(collection: Collection, rows: Uint32Array = rowNumbers(collection.count)): Summary {
  const { itemCount, cleanItemCount, createdAtMs } = collection;
  let [items, cleanItems, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let biggest = { row: -1, items: 0 };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const rowItems = itemCount[row] ?? 0;
    items += rowItems;
    // A server may say more; no share is above the whole.
    cleanItems += Math.min(cleanItemCount[row] ?? 0, rowItems);
    if (rowItems > biggest.items || (rowItems === biggest.items && row < biggest.row))
      biggest = { row, items: rowItems };
    // No comparison holds for `NaN`.
    const timeMs = createdAtMs[row] ?? Number.NaN;
    if (timeMs < first) first = timeMs;
    if (timeMs > last) last = timeMs;
  }
  return {
    datasets: rows.length,
    items,
    cleanShare: items > 0 ? cleanItems / items : undefined,
    firstCreatedAtMs: Number.isFinite(first) ? first : undefined,
    lastCreatedAtMs: Number.isFinite(last) ? last : undefined,
    biggestRow: biggest.row < 0 ? undefined : biggest.row,
  };
}
