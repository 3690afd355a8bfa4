import type { Collection } from './collection.ts';
import { itemsBinOfRows, itemsBins } from './items-bins.ts';
import { type FacetName, facetCode, isGroups, type RowMatch } from './match-rows.ts';
import { perCollection } from './per-collection.ts';
import { type IsWord, isWords, type TimeKey } from './query-term.ts';
import { RecentValues } from './recent-values.ts';
import { isInState, rowStates, stateCount } from './row-states.ts';
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
export function countAges(
  collection: Collection,
  options: { readonly match: RowMatch; readonly facet: TimeKey; readonly nowMs: number },
): number[] {
  const { match, facet, nowMs } = options;
  const codes = ageCodesOf(collection).get(`${facet} ${nowMs}`, () => ageCodes(collection[timeColumns[facet]], nowMs));
  const counts = countCodes({ match, facet, codes, valueCount: noAge + 1 });
  let sum = 0;
  const cumulative = agePresets.map((_, age) => {
    sum += counts[age] ?? 0;
    return sum;
  });
  return [...cumulative, counts[agePresets.length] ?? 0];
}

const timeColumns = { created: 'createdAtMs', modified: 'modifiedAtMs', accessed: 'accessedAtMs' } as const;
/** After the codes of `agePresets` and that of what is older. */
const noAge = agePresets.length + 1;
const ageCodesOf = perCollection(() => new RecentValues<Uint8Array>(Object.keys(timeColumns).length));

/** By how many of `agePresets` each time is too old. */
function ageCodes(timesMs: Float64Array, nowMs: number): Uint8Array {
  const codes = new Uint8Array(timesMs.length);
  for (const age of agePresets) {
    const { least } = timeLimits({ op: '<', value: age.slice(1) }, nowMs);
    for (let row = 0; row < codes.length; row += 1)
      codes[row] = (codes[row] ?? 0) + Number((timesMs[row] ?? 0) < least);
  }
  for (let row = 0; row < codes.length; row += 1) if (Number.isNaN(timesMs[row])) codes[row] = noAge;
  return Number.isNaN(nowMs) ? codes.fill(noAge) : codes;
}

/** The rows of which each word holds. */
export function countStates(collection: Collection, { states }: RowMatch): Readonly<Record<IsWord, number>> {
  const bits = rowStates(collection);
  // How many rows are kept out by what, and have which bits: one look at each row for three filters.
  const counts = new Uint32Array(256 * stateCount);
  for (let row = 0; row < states.length; row += 1) {
    const place = (states[row] ?? 0) * stateCount + (bits[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const rowsWith = (facet: FacetName, holds: (state: number) => boolean): number => {
    let sum = 0;
    for (let state = 0; state < stateCount; state += 1) {
      if (holds(state)) sum += (counts[state] ?? 0) + (counts[facetCode(facet) * stateCount + state] ?? 0);
    }
    return sum;
  };
  const entries = isWords.map((word) => [word, rowsWith(isGroups[word], (state) => isInState(state, word))] as const);
  // Each of `isWords` has its entry.
  return Object.fromEntries(entries) as Record<IsWord, number>;
}
