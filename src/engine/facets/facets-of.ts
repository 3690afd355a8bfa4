import { searchedText } from '../columns/any-value.ts';
import { type CodedValue, type Collection, columnOf, flagCodes, shownValue } from '../columns/collection.ts';
import { columnOfKey, type FacetNameOf, type TableDescription } from '../columns/table-description.ts';
import { matchRows } from '../match/match-rows.ts';
import { statesOfWord } from '../match/row-states.ts';
import { textsOfValue } from '../match/search-texts.ts';
import { foldText } from '../query/fold-text.ts';
import { formatTerm, type Term } from '../query/query-language.ts';
import { nobody, type Reader } from '../query/reader.ts';
import { exactPattern } from '../query/text-pattern.ts';
import { agePresets, countsOfAges } from './ages.ts';
import { codedValues, countFacets, type FacetCounts } from './facet-counts.ts';
import { numberBins } from './number-bins.ts';

/** A value that a filter offers. */
interface FacetValue {
  /** What to add to the query to see only this. */
  readonly term: Term;
  /** The value itself: a user name, an id, a word, bounds. */
  readonly label: string;
  /** Rows. */
  readonly count: number;
  /** Whether the query has the term. */
  readonly isChosen: boolean;
}

/** A filter and what it offers. */
export interface Facet {
  readonly name: string;
  /** The most frequent ones first where there may be many; else as they are told, without gaps. */
  readonly values: readonly FacetValue[];
  /** What is not listed: how many values, and their rows. */
  readonly rest: { readonly values: number; readonly count: number };
}

/** What the numbers are of. */
export interface FacetQuestion {
  readonly filters?: readonly Term[];
  readonly reader?: Reader;
  /** Values to list where there may be many; chosen ones are always listed. */
  readonly topValues?: number;
}

const defaultTopValues = 20;

/**
 * What each filter offers for a query, with numbers of rows. A filter's own terms do not count for its numbers: who has chosen one owner
 * sees how many rows another one would give. All other terms do. The age filters are cumulative: `<7d` holds `<1d`.
 */
export function facetsOf<Table extends TableDescription>(
  collection: Collection<Table>,
  question: FacetQuestion = {},
): Readonly<Record<FacetNameOf<Table>, Facet>> {
  const { filters: terms = [], reader = nobody, topValues = defaultTopValues } = question;
  const countsOf = countFacets(collection, matchRows(collection, terms, reader), reader.nowMs);
  const asked = { collection, countsOf, terms, reader, topValues, chosen: new Set(terms.map(termKey)) };
  // Each name of the description has its facet.
  return Object.fromEntries(collection.table.facets.map((name) => [name, facetOf(name, asked)])) as Readonly<
    Record<FacetNameOf<Table>, Facet>
  >;
}

/** What all facets are made of. */
interface Asked {
  readonly collection: Collection;
  readonly countsOf: FacetCounts;
  readonly terms: readonly Term[];
  readonly reader: Reader;
  readonly topValues: number;
  readonly chosen: Chosen;
}

function facetOf(name: string, asked: Asked): Facet {
  const { table } = asked.collection;
  const state = Object.hasOwn(table.states, name) ? table.states[name] : undefined;
  if (state !== undefined) return wordsFacet(name, Object.keys(state.words), asked);
  switch (columnOf(table, columnOfKey(table, name)).kind) {
    case 'time':
      return agesFacet(name, asked);
    case 'count':
      return binsFacet(name, asked);
    case 'boolean':
      return flagsFacet(name, asked);
    default:
      return topFacet(name, asked);
  }
}

type Chosen = ReadonlySet<string>;

const nothingLeft = { values: 0, count: 0 };

function termKey(term: Term): string {
  return foldText(formatTerm(term));
}

/** A facet with as many values as there are in a column: the most frequent ones, and those that are chosen. */
function topFacet(key: string, { collection, countsOf, terms, reader, topValues }: Asked): Facet {
  const name = columnOfKey(collection.table, key);
  const column = columnOf(collection.table, name);
  const { values } = codedValues(collection, name);
  const counts = countsOf(key);
  const labelOf = (value: CodedValue) =>
    column.kind === 'any' ? searchedText(value as string | null) : shownValue(column, value);
  const isMe = (value: CodedValue) => column.query?.isPeople === true && textsOfValue(value)[0] === reader.userId;
  const chosen = new Set(terms.flatMap((term) => ('text' in term && isValueOf(term, key) ? foldText(term.text) : [])));
  const isChosen = (value: CodedValue): boolean =>
    chosen.size > 0 && (chosen.has(foldText(exactPattern(labelOf(value)))) || (isMe(value) && chosen.has('me')));
  const least = Math.max(1, leastOfTop(counts, topValues));
  const all = { values: 0, count: 0 };
  const listed: FacetValue[] = [];
  for (const [code, value] of values.entries()) {
    const [label, count] = [labelOf(value), counts[code] ?? 0];
    if (label === '') continue;
    all.values += Number(count > 0);
    all.count += count;
    if (count < least && !isChosen(value)) continue;
    const term: Term = { key, not: false, text: isMe(value) ? 'me' : exactPattern(label) };
    listed.push({ term, label, count, isChosen: isChosen(value) });
  }
  listed.sort((a, b) => b.count - a.count);
  const shown = listed.filter((value, place) => value.isChosen || place < topValues);
  return { name: key, values: shown, rest: without(all, shown) };
}

function isValueOf({ key, not }: Term, facet: string): boolean {
  return key === facet && !not;
}

function without(all: Facet['rest'], shown: readonly FacetValue[]): Facet['rest'] {
  return {
    values: all.values - shown.filter(({ count }) => count > 0).length,
    count: shown.reduce((left, { count }) => left - count, all.count),
  };
}

/** The count that a value must have to be among the first ones. A typed array sorts numbers as such. */
function leastOfTop(counts: Uint32Array, topValues: number): number {
  return counts.length <= topValues ? 1 : (counts.slice().sort().at(-topValues) ?? 1);
}

function wordsFacet(name: string, words: readonly string[], { collection, countsOf, chosen }: Asked): Facet {
  const counts = countsOf(name);
  const values = words.map((word) => {
    const holds = statesOfWord(collection.table, word);
    const count = counts.reduce((sum, rows, state) => (holds[state] ? sum + rows : sum), 0);
    return facetValue({ key: 'is', not: false, word }, { label: word, count, chosen });
  });
  return { name, values, rest: nothingLeft };
}

function flagsFacet(key: string, { countsOf, chosen }: Asked): Facet {
  const counts = countsOf(key);
  const values = (['true', 'false'] as const).map((label) =>
    facetValue({ key, not: false, text: label }, { label, count: counts[flagCodes[label]] ?? 0, chosen }),
  );
  return { name: key, values, rest: nothingLeft };
}

/** From the first bin that has rows to the last one, so that the scale has no gap. */
function binsFacet(key: string, { countsOf, chosen }: Asked): Facet {
  const counts = countsOf(key);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const bins = first < 0 ? [] : numberBins.slice(first, last + 1);
  const values = bins.map(({ from, to }, index) => {
    const label = from === to ? `${from}` : `${from}..${to}`;
    const range = from === to ? ({ op: '=', value: from } as const) : ({ op: '..', from, to } as const);
    return facetValue({ key, not: false, range }, { label, count: counts[first + index] ?? 0, chosen });
  });
  return { name: key, values, rest: nothingLeft };
}

function agesFacet(key: string, { countsOf, chosen }: Asked): Facet {
  const counts = countsOfAges(countsOf(key));
  const labels = [...agePresets, `>${agePresets.at(-1)?.slice(1)}`];
  const values = labels.map((label, index) => {
    const range = { op: label.startsWith('<') ? '<' : '>', value: label.slice(1) } as const;
    return facetValue({ key, not: false, range }, { label, count: counts[index] ?? 0, chosen });
  });
  return { name: key, values, rest: nothingLeft };
}

function facetValue(
  term: Term,
  options: { readonly label: string; readonly count: number; readonly chosen: Chosen },
): FacetValue {
  const { label, count, chosen } = options;
  return { term, label, count, isChosen: chosen.has(termKey(term)) };
}
