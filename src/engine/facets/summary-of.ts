import { type Collection, numbersOf } from '../columns/collection.ts';
import { rowNumbers } from '../order/stable-order.ts';

/** What can be said of some rows together. Which columns that is of says the description's `charts`. */
export interface Summary {
  readonly rows: number;
  /** The amounts in all. */
  readonly amount: number;
  /** The share of the amounts that is the part, from 0 to 1; `undefined` when there is no amount. */
  readonly partShare: number | undefined;
  /** In ms since 1970; `undefined` when there are no rows with a time. */
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
  /** The row with the greatest amount, the first of several; `undefined` when no row has any. */
  readonly biggestRow: number | undefined;
}

/** Sums up rows of a collection; left out, all of them. */
export function summaryOf(collection: Collection, rows: Uint32Array = rowNumbers(collection.count)): Summary {
  const { charts, time } = collection.table;
  const amounts = numbersOf(collection, charts.amount);
  const parts = numbersOf(collection, charts.part);
  const timesMs = numbersOf(collection, time);
  let [amount, part, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let biggest = { row: -1, amount: 0 };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const ofRow = amounts[row] ?? 0;
    amount += ofRow;
    // A server may say more; no share is above the whole.
    part += Math.min(parts[row] ?? 0, ofRow);
    if (ofRow > biggest.amount || (ofRow === biggest.amount && row < biggest.row)) biggest = { row, amount: ofRow };
    // No comparison holds for `NaN`.
    const timeMs = timesMs[row] ?? Number.NaN;
    if (timeMs < first) first = timeMs;
    if (timeMs > last) last = timeMs;
  }
  return {
    rows: rows.length,
    amount,
    partShare: amount > 0 ? part / amount : undefined,
    firstMs: Number.isFinite(first) ? first : undefined,
    lastMs: Number.isFinite(last) ? last : undefined,
    biggestRow: biggest.row < 0 ? undefined : biggest.row,
  };
}
