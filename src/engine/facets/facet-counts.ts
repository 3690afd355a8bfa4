import {
  type CodedColumn,
  type Collection,
  codesOf,
  columnOf,
  flagCodes,
  flagsOf,
  numbersOf,
  textsOf,
} from '../columns/collection.ts';
import { codeTexts } from '../columns/dictionaries.ts';
import { perCollection, RecentValues } from '../columns/per-collection.ts';
import { columnOfKey } from '../columns/table-description.ts';
import { facetCode, type RowMatch } from '../match/match-rows.ts';
import { rowStates, stateCount } from '../match/row-states.ts';
import { ageCodeCount, ageCodes } from './ages.ts';
import { binsOf, numberBins } from './number-bins.ts';

/**
 * How many rows have each code of what a facet is counted by: of the rows that match, and of those that only this facet's own terms
 * keep out. So a reader sees what another choice would give. Codes are those of the column, `flagCodes`, places in `numberBins`, ages or
 * `rowStates`. Do not change the answer.
 */
export type FacetCounts = (facet: string) => Uint32Array;

/** Codes of each row, below `size`. */
interface Codes<Numbers> {
  readonly codes: Numbers;
  readonly size: number;
}

/** Codes that have few values each, as one number: `stride` times the code is part of it. */
interface Mixed extends Codes<Uint16Array> {
  readonly parts: ReadonlyMap<string, { readonly stride: number; readonly size: number }>;
}

/** All that is counted: what has many values by itself, what has few together, since a look at a million rows takes milliseconds. */
interface Counted {
  readonly wide: ReadonlyMap<string, Codes<Uint32Array>>;
  readonly mixed: readonly Mixed[];
}

/** More values together take longer to count than two numbers. */
const maxMixed = 4096;
/** What the states of the rows are counted under, whichever of them a facet is of. */
const states = 'is';

/** Counts all facets. `nowMs` is what ages are counted from. */
export function countFacets(collection: Collection, match: RowMatch, nowMs: number): FacetCounts {
  const { wide, mixed } = countedOf(collection, nowMs);
  const wideCounts = new Map([...wide].map(([name, { size }]) => [name, new Uint32Array(size)]));
  const mixedCounts = mixed.map(({ size }) => new Uint32Array(size));
  const countAll = [...wide].map(([name, { codes }]) => countWide(codes, wideCounts.get(name)));
  const countMixed = mixed.map(({ codes }, at) => countNarrow(codes, mixedCounts[at]));
  lookAt(match.states, 0, [...countAll, ...countMixed]);
  return (facet) => {
    const state = facetCode(collection.table, facet);
    const codes = wide.get(facet);
    if (codes !== undefined) {
      return withOwn(wideCounts.get(facet), { match, state, count: (counts) => countWide(codes.codes, counts) });
    }
    const name = Object.hasOwn(collection.table.states, facet) ? states : facet;
    const place = mixed.findIndex(({ parts }) => parts.has(name));
    const [group, counts] = [mixed[place], mixedCounts[place]];
    if (group === undefined) throw new RangeError(`There is no facet "${facet}".`);
    return partOf(withOwn(counts, { match, state, count: (own) => countNarrow(group.codes, own) }), group, name);
  };
}

/** The rows in each of `numberBins`, counted as the facet that a query key of counts is. */
export function countBins(collection: Collection, match: RowMatch, key: string): Uint32Array {
  const bins = binsOf(collection, columnOfKey(collection.table, key));
  const counts = new Uint32Array(numberBins.length);
  for (let row = 0; row < bins.length; row += 1) {
    if (match.states[row] === 0) counts[bins[row] ?? 0] = (counts[bins[row] ?? 0] ?? 0) + 1;
  }
  const state = facetCode(collection.table, key);
  return withOwn(counts, { match, state, count: (own) => countNarrow(Uint16Array.from(bins), own) });
}

const valuesOf = perCollection(() => new Map<string, CodedColumn>());

/** The different values of a column, and which of them each row has: of any values, their texts. */
export function codedValues(collection: Collection, name: string): CodedColumn {
  if (columnOf(collection.table, name).kind === 'coded') return codesOf(collection, name);
  const known = valuesOf(collection).get(name);
  if (known !== undefined) return known;
  const texts = textsOf(collection, name);
  const coded = codeTexts(Array.from({ length: collection.count }, (_, row) => texts.at(row) ?? null));
  valuesOf(collection).set(name, coded);
  return coded;
}

const countedAtTimes = perCollection(() => new RecentValues<Counted>(1));

function countedOf(collection: Collection, nowMs: number): Counted {
  return countedAtTimes(collection).get(String(nowMs), () => {
    const { table } = collection;
    const wide = new Map<string, Codes<Uint32Array>>();
    const narrow = new Map<string, Codes<Uint8Array>>([
      [states, { codes: rowStates(collection), size: stateCount(table) }],
    ]);
    for (const facet of table.facets) {
      if (Object.hasOwn(table.states, facet)) continue;
      const name = columnOfKey(table, facet);
      switch (columnOf(table, name).kind) {
        case 'time':
          narrow.set(facet, { codes: ageCodes(numbersOf(collection, name), nowMs), size: ageCodeCount });
          break;
        case 'count':
          narrow.set(facet, { codes: binsOf(collection, name), size: numberBins.length });
          break;
        case 'boolean':
          narrow.set(facet, { codes: flagsOf(collection, name), size: Object.keys(flagCodes).length });
          break;
        default: {
          const { codes, values } = codedValues(collection, name);
          wide.set(facet, { codes, size: values.length });
        }
      }
    }
    return { wide, mixed: mix(narrow, collection.count) };
  });
}

/** Puts together what has few values together, first those with the fewest. */
function mix(narrow: ReadonlyMap<string, Codes<Uint8Array>>, count: number): Mixed[] {
  const mixed: { codes: Uint16Array; size: number; parts: Map<string, { stride: number; size: number }> }[] = [];
  for (const [name, { codes, size }] of [...narrow].sort(([, one], [, other]) => one.size - other.size)) {
    let group = mixed.at(-1);
    if (group === undefined || group.size * size > maxMixed) {
      group = { codes: new Uint16Array(count), size: 1, parts: new Map() };
      mixed.push(group);
    }
    addCodes(group.codes, codes, group.size);
    group.parts.set(name, { stride: group.size, size });
    group.size *= size;
  }
  return mixed;
}

function addCodes(group: Uint16Array, codes: Uint8Array, stride: number): void {
  for (let row = 0; row < group.length; row += 1) group[row] = (group[row] ?? 0) + stride * (codes[row] ?? 0);
}

/** The rows that have each code of one part, by the rows that have each combination. */
function partOf(counts: Uint32Array, { parts }: Mixed, name: string): Uint32Array {
  const { stride, size } = parts.get(name) ?? { stride: 1, size: 1 };
  const sums = new Uint32Array(size);
  for (const [combination, count] of counts.entries()) {
    const code = Math.floor(combination / stride) % size;
    sums[code] = (sums[code] ?? 0) + count;
  }
  return sums;
}

/** Counts the codes of some rows: the first `count` of `rows`. */
type Count = (rows: Uint32Array, count: number) => void;

function countWide(codes: Uint32Array, counts: Uint32Array = new Uint32Array()): Count {
  return (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const code = codes[rows[at] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  };
}

/** The same in a loop of its own: one that is given arrays of two kinds takes twice as long. */
function countNarrow(codes: Uint16Array, counts: Uint32Array = new Uint32Array()): Count {
  return (rows, count) => {
    for (let at = 0; at < count; at += 1) {
      const code = codes[rows[at] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  };
}

/** So few rows are still near when the next column is counted. */
const stepRows = 4096;

/** Counts the rows in a state: a few at a time, each column in a loop of its own. */
function lookAt(rowsStates: Uint8Array, state: number, counts: readonly Count[]): void {
  const rows = new Uint32Array(stepRows);
  for (let from = 0; from < rowsStates.length; from += stepRows) {
    const to = Math.min(rowsStates.length, from + stepRows);
    const count = rowsInState(rowsStates, state, { from, to, rows });
    if (count > 0) for (const countRows of counts) countRows(rows, count);
  }
}

/** Without a branch, which at random goes the wrong way half of the time. */
function rowsInState(
  rowsStates: Uint8Array,
  state: number,
  { from, to, rows }: { readonly from: number; readonly to: number; readonly rows: Uint32Array },
): number {
  let count = 0;
  for (let row = from; row < to; row += 1) {
    rows[count] = row;
    count += Number(rowsStates[row] === state);
  }
  return count;
}

/** Counts of rows that match, with those that only the facet keeps out. */
function withOwn(
  matching: Uint32Array = new Uint32Array(),
  options: { readonly match: RowMatch; readonly state: number; readonly count: (counts: Uint32Array) => Count },
): Uint32Array {
  const { match, state, count } = options;
  if ((match.rowsInState[state] ?? 0) === 0) return matching;
  const counts = matching.slice();
  lookAt(match.states, state, [count(counts)]);
  return counts;
}
