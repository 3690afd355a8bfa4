import type { Collection } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';
import { RecentValues } from '../columns/recent-values.ts';
import { codesOfAges } from '../match/age-codes.ts';
import { type FacetName, facetCode, type RowMatch } from '../match/match-rows.ts';
import { rowStates } from '../match/row-states.ts';
import { traitCount, traitsOf } from '../match/row-traits.ts';
import { itemsBinOfRows, itemsBins } from './items-bins.ts';

/**
 * How many rows have each code of what a facet is counted by: of the rows that match, and of those that only this facet's own terms
 * keep out. So a reader sees what another choice would give. Do not change the answer.
 */
export type FacetCounts = (facet: FacetName) => Uint32Array;

/** What each facet is counted by; all that has few values is counted as one. */
const columnOf = {
  owner: 'owner',
  actor: 'actor',
  access: 'access',
  items: 'items',
  naming: 'traits',
  filling: 'traits',
  cleanness: 'traits',
  created: 'traits',
  modified: 'traits',
  accessed: 'traits',
} as const satisfies Readonly<Record<FacetName, string>>;

type ColumnName = (typeof columnOf)[FacetName];
type Counts = Readonly<Record<ColumnName, Uint32Array>>;

/** A code for each row. */
interface Columns {
  readonly owner: Uint32Array;
  readonly actor: Uint32Array;
  readonly access: Uint32Array;
  readonly items: Uint8Array;
  readonly traits: Uint16Array;
}

/** Counts all facets. `nowMs` is what ages are counted from. */
export function countFacets(collection: Collection, match: RowMatch, nowMs: number): FacetCounts {
  const columns = columnsOf(collection, nowMs);
  const matching = countMatching(match.states, columns, emptyCounts(collection));
  return (facet) => {
    const column = columnOf[facet];
    return withOwn(matching[column], columns[column], { match, facet });
  };
}

/** The rows in each of `itemsBins`, counted as a facet. */
export function countItems(collection: Collection, match: RowMatch): Uint32Array {
  const bins = itemsBinOfRows(collection);
  const counts = new Uint32Array(itemsBins.length);
  countState(match.states, { state: 0, codes: bins, counts });
  return withOwn(counts, bins, { match, facet: 'items' });
}

const traitsAtTimes = perCollection(() => new RecentValues<Uint16Array>(1));

function columnsOf(collection: Collection, nowMs: number): Columns {
  const { owner, actId, generalAccess } = collection;
  return {
    owner: owner.codes,
    actor: actId.codes,
    access: generalAccess.codes,
    items: itemsBinOfRows(collection),
    traits: traitsAtTimes(collection).get(String(nowMs), () =>
      traitsOf(rowStates(collection), codesOfAges(collection, nowMs)),
    ),
  };
}

function emptyCounts({ owner, actId, generalAccess }: Collection): Counts {
  return {
    owner: new Uint32Array(owner.values.length),
    actor: new Uint32Array(actId.values.length),
    access: new Uint32Array(generalAccess.values.length),
    items: new Uint32Array(itemsBins.length),
    traits: new Uint32Array(traitCount),
  };
}

/** One look at each row for all facets: a look at a million of them takes milliseconds for each. */
function countMatching(states: Uint8Array, columns: Columns, counts: Counts): Counts {
  const { owner, actor, access, items, traits } = columns;
  const { owner: owners, actor: actors, access: accesses, items: bins, traits: kinds } = counts;
  for (let row = 0; row < states.length; row += 1) {
    if (states[row] !== 0) continue;
    const [ownerCode, actorCode, accessCode] = [owner[row] ?? 0, actor[row] ?? 0, access[row] ?? 0];
    const [bin, kind] = [items[row] ?? 0, traits[row] ?? 0];
    owners[ownerCode] = (owners[ownerCode] ?? 0) + 1;
    actors[actorCode] = (actors[actorCode] ?? 0) + 1;
    accesses[accessCode] = (accesses[accessCode] ?? 0) + 1;
    bins[bin] = (bins[bin] ?? 0) + 1;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return counts;
}

/** Counts of rows that match, with those that only the facet keeps out. */
function withOwn(
  matching: Uint32Array,
  codes: Columns[ColumnName],
  { match, facet }: { readonly match: RowMatch; readonly facet: FacetName },
): Uint32Array {
  const state = facetCode(facet);
  if ((match.rowsInState[state] ?? 0) === 0) return matching;
  const counts = matching.slice();
  countState(match.states, { state, codes, counts });
  return counts;
}

function countState(
  states: Uint8Array,
  options: { readonly state: number; readonly codes: Columns[ColumnName]; readonly counts: Uint32Array },
): void {
  const { state, codes, counts } = options;
  for (let row = 0; row < states.length; row += 1) {
    if (states[row] !== state) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
}
