import type { Collection } from './collection.ts';
import { itemsBinOfRows, itemsBins } from './items-bins.ts';
import { type FacetName, facetCode, type RowMatch } from './match-rows.ts';
import type { IsWord, TimeKey } from './query-term.ts';
import { timeLimits } from './time-limits.ts';

/** How old something can be at most, to choose from; the shortest first. */
export const agePresets = ['<1d', '<7d', '<30d', '<1y'] as const;

/**
 * How many rows have each value of a facet, by the number that `codes` gives a row: of the rows that match, and of those that only
 * this facet's own terms keep out. So a reader sees what another choice would give.
 */
export function countCodes(options: {
  readonly match: RowMatch;
  readonly facet: FacetName;
  readonly codes: Uint32Array | Uint8Array;
  readonly valueCount: number;
}): Uint32Array {
  const { codes, valueCount, facet } = options;
  const { states } = options.match;
  const own = facetCode(facet);
  const counts = new Uint32Array(valueCount);
  for (let row = 0; row < states.length; row += 1) {
    const state = states[row];
    if (state !== 0 && state !== own) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The rows in each of `itemsBins`. */
export function countItems(collection: Collection, match: RowMatch): Uint32Array {
  return countCodes({ match, facet: 'items', codes: itemsBinOfRows(collection), valueCount: itemsBins.length });
}

/** The rows that are at most as old as each of `agePresets`; in the end those that are older. Dates that are none are in neither. */
export function countAges(options: {
  readonly match: RowMatch;
  readonly facet: TimeKey;
  readonly timesMs: Float64Array;
  readonly nowMs: number;
}): number[] {
  const { match, facet, timesMs, nowMs } = options;
  const own = facetCode(facet);
  const { states } = match;
  const least = agePresets.map((age) => timeLimits({ op: '<', value: age.slice(1) }, nowMs).least);
  const counts = [...least, 0].map(() => 0);
  for (let row = 0; row < states.length; row += 1) {
    const state = states[row];
    if (state !== 0 && state !== own) continue;
    const timeMs = timesMs[row] ?? Number.NaN;
    let age = 0;
    while (age < least.length && !(timeMs >= (least[age] ?? 0))) age += 1;
    if (!Number.isNaN(timeMs)) counts[age] = (counts[age] ?? 0) + 1;
  }
  let sum = 0;
  return counts.map((count, age) => {
    if (age === least.length) return count;
    sum += count;
    return sum;
  });
}

/** The rows of which each word holds. */
export function countStates(collection: Collection, match: RowMatch): Readonly<Record<IsWord, number>> {
  const { name, itemCount, cleanItemCount } = collection;
  const [named, unnamed] = countTest(match, 'naming', (row) => Boolean(name[row]));
  const [empty, filled] = countTest(match, 'filling', (row) => itemCount[row] === 0);
  const [dirty, clean] = countTest(match, 'cleanness', (row) => (cleanItemCount[row] ?? 0) < (itemCount[row] ?? 0));
  return { named, unnamed, empty, filled, dirty, clean };
}

/** The rows for which a test holds, and those for which it does not. */
function countTest({ states }: RowMatch, facet: FacetName, test: (row: number) => boolean): [number, number] {
  const own = facetCode(facet);
  let all = 0;
  let passed = 0;
  for (let row = 0; row < states.length; row += 1) {
    const state = states[row];
    if (state !== 0 && state !== own) continue;
    all += 1;
    if (test(row)) passed += 1;
  }
  return [passed, all - passed];
}
