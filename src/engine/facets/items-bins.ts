import type { Collection } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';

/** Numbers of items from `from` to `to`, both included. */
export interface ItemsBin {
  readonly from: number;
  readonly to: number;
}

/** Where the bins of a logarithmic scale begin: 0, 1, 2, 5, 10, 20, 50 … */
const starts: readonly number[] = [
  0,
  ...[...Array(15).keys()].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power)),
];

/** All bins; the last one has no end. */
export const itemsBins: readonly ItemsBin[] = starts.map((from, index) => ({
  from,
  to: (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1,
}));

/** The bin of each row. */
export const itemsBinOfRows = perCollection(({ count, itemCount }: Collection): Uint8Array => {
  const bins = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) bins[row] = binOf(itemCount[row] ?? 0);
  return bins;
});

/** The last bin that begins at `items` or before. */
function binOf(items: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= items) low = middle;
    else high = middle;
  }
  return low;
}
