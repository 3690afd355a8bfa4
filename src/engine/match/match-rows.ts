import type { Collection } from '../columns/collection.ts';
import { perCollection, RecentValues } from '../columns/per-collection.ts';
import type { TableDescription } from '../columns/table-description.ts';
import { languageOf } from '../columns/table-language.ts';
import { formatQuery, groupOf, isOpenBound, type Term } from '../query/query-language.ts';
import type { Reader } from '../query/reader.ts';
import { isDayWord, parseAge } from '../query/time-values.ts';
import { termFlags } from './term-flags.ts';

/** Which rows a query is about. */
export interface RowMatch {
  /** Of each row: 0 when it matches, `facetCode` of the one facet that alone keeps it out, `keptOut` for any other reason. */
  readonly states: Uint8Array;
  /** Rows that match. */
  readonly count: number;
  /** The rows in each state. */
  readonly rowsInState: Uint32Array;
}

/** More than one facet, or what is no facet, keeps the row out. */
const keptOut = 255;

const keptMatches = 4;
const matchesOf = perCollection(() => new RecentValues<RowMatch>(keptMatches));

/** The state of a row that only the terms of this facet keep out. */
export function facetCode({ facets }: TableDescription, facet: string): number {
  const place = facets.indexOf(facet);
  return place < 0 ? keptOut : place + 1;
}

/**
 * The rows for which the terms hold. Terms are grouped by what they are about, and all groups must hold. In a group its values
 * without `not` are alternatives; open bounds (`<`, `<=`, `>`, `>=`), terms with `not` and words must each hold. Each state
 * that `is` asks for is a group. It is kept with the collection: do not change it.
 */
export function matchRows(collection: Collection, terms: readonly Term[], reader: Reader): RowMatch {
  return matchesOf(collection).get(matchKey(terms, reader), () => {
    const states = new Uint8Array(collection.count);
    const rowsInState = new Uint32Array(keptOut + 1);
    rowsInState[0] = states.length;
    for (const clause of clausesOf(collection.table, terms)) {
      const flags = flagsOf(clause, (term) => termFlags(collection, term, reader));
      const isAll = rowsInState[0] === states.length;
      if (isAll) keepOutOfAll({ states, rowsInState }, clause, flags);
      else keepOut({ states, rowsInState }, clause, flags);
    }
    return { states, count: rowsInState[0] ?? 0, rowsInState };
  });
}

/** Tells questions apart: equal for two that have the same answer. */
export function matchKey(terms: readonly Term[], reader: Reader): string {
  return `${formatQuery(terms)} ${reader.userId} ${dependOnNow(terms) ? reader.nowMs : ''}`;
}

/** Whether what they hold for is other rows a minute later. */
export function dependOnNow(terms: readonly Term[]): boolean {
  return terms.some((term) => 'range' in term && timesOf(term).some(isRelative));
}

function timesOf({ range }: Extract<Term, { range: unknown }>): string[] {
  const values = range.op === '..' ? [range.from, range.to] : [range.value];
  return values.map(String);
}

function isRelative(time: string): boolean {
  return isDayWord(time) || parseAge(time) !== undefined;
}

/** One of its terms must hold, or with `not` none. */
interface Clause {
  readonly code: number;
  readonly terms: readonly Term[];
  readonly not: boolean;
}

function clausesOf(table: TableDescription, terms: readonly Term[]): Clause[] {
  const language = languageOf(table);
  const alternatives = new Map<string, Term[]>();
  const clauses: Clause[] = [];
  for (const term of terms) {
    const group = groupOf(term, language);
    if (term.not || isBound(term)) {
      clauses.push({ code: facetCode(table, group), terms: [term], not: term.not });
    } else {
      alternatives.set(group, [...(alternatives.get(group) ?? []), term]);
    }
  }
  for (const [group, members] of alternatives)
    clauses.push({ code: facetCode(table, group), terms: members, not: false });
  return clauses;
}

/** Whether a term must hold whatever else is said of the same thing. */
function isBound(term: Term): boolean {
  return term.key === 'word' || isOpenBound(term);
}

/** 1 for each row that one of a clause's terms holds for. */
function flagsOf({ terms }: Clause, flagsOfTerm: (term: Term) => Uint8Array): Uint8Array {
  const [first = new Uint8Array(), ...others] = terms.map(flagsOfTerm);
  for (const flags of others) {
    for (let row = 0; row < first.length; row += 1) first[row] = (first[row] ?? 0) | (flags[row] ?? 0);
  }
  return first;
}

type States = Pick<RowMatch, 'states' | 'rowsInState'>;

/** What `keepOut` does while every row matches, as before the first clause: that is half of the work. */
function keepOutOfAll({ states, rowsInState }: States, { code, not }: Clause, flags: Uint8Array): void {
  const unwanted = not ? 1 : 0;
  let kept = 0;
  for (let row = 0; row < states.length; row += 1) {
    const isKept = (flags[row] ?? 0) ^ unwanted;
    states[row] = (isKept - 1) & code;
    kept += isKept;
  }
  rowsInState[0] = kept;
  rowsInState[code] = states.length - kept;
}

function keepOut({ states, rowsInState }: States, { code, not }: Clause, flags: Uint8Array): void {
  const next = nextStates(code, not);
  rowsInState.fill(0);
  for (let row = 0; row < states.length; row += 1) {
    const state = next[((states[row] ?? 0) << 1) | (flags[row] ?? 0)] ?? keptOut;
    states[row] = state;
    rowsInState[state] = (rowsInState[state] ?? 0) + 1;
  }
}

/** The state of a row after a clause, by twice the state before and its flag: looked up, where a branch would go either way. */
function nextStates(code: number, not: boolean): Uint8Array {
  const wanted = not ? 0 : 1;
  return Uint8Array.from({ length: 2 * (keptOut + 1) }, (_, place) => {
    const state = place >> 1;
    if ((place & 1) === wanted) return state;
    return state === 0 || state === code ? code : keptOut;
  });
}
