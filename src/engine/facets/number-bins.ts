import { type Collection, numbersOf } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';

/** Whole numbers from `from` to `to`, both included. */
export interface NumberBin {
  readonly from: number;
  readonly to: number;
}

/** Where the bins of a logarithmic scale begin: 0, 1, 2, 5, 10, 20, 50 … */
const starts: readonly number[] = [
  0,
  ...[...Array(15).keys()].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power)),
];

/** All bins; the last one has no end. */
export const numberBins: readonly NumberBin[] = starts.map((from, index) => ({
  from,
  to: (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1,
}));

const binsByColumn = perCollection(() => new Map<string, Uint8Array>());

/** The bin of each row, by the counts of a column. */
export function binsOf(collection: Collection, name: string): Uint8Array {
  const known = binsByColumn(collection).get(name);
  if (known !== undefined) return known;
  const numbers = numbersOf(collection, name);
  const bins = new Uint8Array(collection.count);
  for (let row = 0; row < bins.length; row += 1) bins[row] = binOf(numbers[row] ?? 0);
  binsByColumn(collection).set(name, bins);
  return bins;
}

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
