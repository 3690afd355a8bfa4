import type { DatasetState, DatasetTerm } from '../../app/datasets/dataset-query.ts';
import type { CodedColumn, Collection } from '../columns/collection.ts';
import { agePresets, countsOfAges } from '../match/age-codes.ts';
import { type FacetName, matchRows } from '../match/match-rows.ts';
import { isInState } from '../match/row-states.ts';
import { countsOfTrait } from '../match/row-traits.ts';
import { foldText } from '../query/fold-text.ts';
import { formatTerm } from '../query/query-language.ts';
import { nobody, type Reader } from '../query/reader.ts';
import { exactPattern } from '../query/text-pattern.ts';
import { countFacets, type FacetCounts } from './facet-counts.ts';
import { itemsBins } from './items-bins.ts';

/** A value that a filter offers. */
export interface FacetValue {
  /** What to add to the query to see only this. */
  readonly term: DatasetTerm;
  /** The value itself: a user name, an id, a word, bounds. */
  readonly label: string;
  /** Rows. */
  readonly count: number;
  /** Whether the query has the term. */
  readonly isChosen: boolean;
}

/** A filter and what it offers. */
export interface Facet {
  readonly name: FacetName;
  /** The most frequent ones first where there may be many; else as they are told, without gaps. */
  readonly values: readonly FacetValue[];
  /** What is not listed: how many values, and their rows. */
  readonly rest: { readonly values: number; readonly count: number };
}

/** What the numbers are of. */
export interface FacetQuestion {
  readonly filters?: readonly DatasetTerm[];
  readonly reader?: Reader;
  /** Values to list of owners, Actors and access; chosen ones are always listed. */
  readonly topValues?: number;
}

const defaultTopValues = 20;

/**
 * What each filter offers for a query, with numbers of rows. A filter's own terms do not count for its numbers: who has chosen one owner
 * sees how many rows another one would give. All other terms do. The age filters are cumulative: `<7d` holds `<1d`.
 */
export function facetsOf(collection: Collection, question: FacetQuestion = {}): Readonly<Record<FacetName, Facet>> {
  const { filters: terms = [], reader = nobody, topValues = defaultTopValues } = question;
  const countsOf = countFacets(collection, matchRows(collection, terms, reader), reader.nowMs);
  const chosen = new Set(terms.map(termKey));
  const top = { countsOf, terms, topValues };
  const among = { countsOf, chosen };
  return {
    owner: topFacet('owner', {
      ...top,
      column: collection.owner,
      labelOf: ({ username, userId }) => username || userId,
      isMe: ({ userId }) => userId === reader.userId,
    }),
    actor: topFacet('actor', { ...top, column: collection.actId, labelOf: (actor) => actor ?? '' }),
    access: topFacet('access', { ...top, column: collection.generalAccess, labelOf: (access) => access ?? '' }),
    naming: wordsFacet('naming', ['named', 'unnamed'], among),
    filling: wordsFacet('filling', ['filled', 'empty'], among),
    cleanness: wordsFacet('cleanness', ['clean', 'dirty'], among),
    items: itemsFacet(countsOf('items'), chosen),
    created: agesFacet('created', among),
    modified: agesFacet('modified', among),
    accessed: agesFacet('accessed', among),
  };
}

type Chosen = ReadonlySet<string>;

/** The numbers of a facet, and what of it is chosen. */
interface Among {
  readonly countsOf: FacetCounts;
  readonly chosen: Chosen;
}

const nothingLeft = { values: 0, count: 0 };

function termKey(term: DatasetTerm): string {
  return foldText(formatTerm(term));
}

/** A facet with as many values as there are in a column: the most frequent ones, and those that are chosen. */
function topFacet<Value>(
  key: 'owner' | 'actor' | 'access',
  options: {
    readonly column: CodedColumn<Value>;
    readonly countsOf: FacetCounts;
    readonly terms: readonly DatasetTerm[];
    readonly topValues: number;
    /** Empty for what is no value. */
    readonly labelOf: (value: Value) => string;
    readonly isMe?: (value: Value) => boolean;
  },
): Facet {
  const { column, countsOf, terms, topValues, labelOf, isMe = () => false } = options;
  const { values } = column;
  const counts = countsOf(key);
  const chosen = new Set(terms.flatMap((term) => (term.key === key && !term.not ? foldText(term.text) : [])));
  const isChosen = (value: Value): boolean =>
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
    const term: DatasetTerm = { key, not: false, text: isMe(value) ? 'me' : exactPattern(label) };
    listed.push({ term, label, count, isChosen: isChosen(value) });
  }
  listed.sort((a, b) => b.count - a.count);
  const shown = listed.filter((value, place) => value.isChosen || place < topValues);
  return { name: key, values: shown, rest: without(all, shown) };
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

function wordsFacet(name: FacetName, words: readonly DatasetState[], { countsOf, chosen }: Among): Facet {
  const states = countsOfTrait(countsOf(name), 'state');
  const values = words.map((word) => {
    const count = states.reduce((sum, rows, state) => (isInState(state, word) ? sum + rows : sum), 0);
    return facetValue({ key: 'is', not: false, word }, { label: word, count, chosen });
  });
  return { name, values, rest: nothingLeft };
}

/** From the first bin that has rows to the last one, so that the scale has no gap. */
function itemsFacet(counts: Uint32Array, chosen: Chosen): Facet {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const bins = first < 0 ? [] : itemsBins.slice(first, last + 1);
  const values = bins.map(({ from, to }, index) => {
    const label = from === to ? `${from}` : `${from}..${to}`;
    const range = from === to ? ({ op: '=', value: from } as const) : ({ op: '..', from, to } as const);
    return facetValue({ key: 'items', not: false, range }, { label, count: counts[first + index] ?? 0, chosen });
  });
  return { name: 'items', values, rest: nothingLeft };
}

function agesFacet(key: 'created' | 'modified' | 'accessed', { countsOf, chosen }: Among): Facet {
  const counts = countsOfAges(countsOfTrait(countsOf(key), key));
  const labels = [...agePresets, `>${agePresets.at(-1)?.slice(1)}`];
  const values = labels.map((label, index) => {
    const range = { op: label.startsWith('<') ? '<' : '>', value: label.slice(1) } as const;
    return facetValue({ key, not: false, range }, { label, count: counts[index] ?? 0, chosen });
  });
  return { name: key, values, rest: nothingLeft };
}

function facetValue(
  term: DatasetTerm,
  options: { readonly label: string; readonly count: number; readonly chosen: Chosen },
): FacetValue {
  const { label, count, chosen } = options;
  return { term, label, count, isChosen: chosen.has(termKey(term)) };
}
