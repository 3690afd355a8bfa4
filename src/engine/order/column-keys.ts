import { compareAny, parseAny } from '../columns/any-value.ts';
import {
  type CodedColumn,
  type Collection,
  codesOf,
  columnOf,
  flagCodes,
  flagsOf,
  numbersOf,
  shownValue,
  textsOf,
} from '../columns/collection.ts';
import { codeTexts } from '../columns/dictionaries.ts';
import { type Carried, perCollection, perGrowingCollection, RecentValues } from '../columns/per-collection.ts';
import { type ColumnDescription, type DescribedText, isSortable } from '../columns/table-description.ts';
import { growRanks } from './grow-ranks.ts';
import { idRanks } from './id-ranks.ts';
import { missingKey, type SortableKeys } from './key-bits.ts';
import { naturalOrder, textRanks } from './text-ranks.ts';

const keptColumns = 10;
const keysOf = perCollection(() => new RecentValues<SortableKeys>(keptColumns));

/** Numbers to order the rows of a collection by, of one column. Throws a `RangeError` for one that rows are not ordered by. */
export function sortableKeys(collection: Collection, name: string, locales: readonly string[]): SortableKeys {
  const column = columnOf(collection.table, name);
  if (!isSortable(column)) throw new RangeError(`Rows are not ordered by "${name}".`);
  const isByLocale = column.kind === 'any' || ('order' in column && column.order === 'natural');
  return keysOf(collection).get(isByLocale ? `${name} ${locales.join()}` : name, () =>
    makeKeys(collection, { name, column, locales }),
  );
}

interface Asked<Described = ColumnDescription> {
  readonly name: string;
  readonly column: Described;
  readonly locales: readonly string[];
}

function makeKeys(collection: Collection, { name, column, locales }: Asked): SortableKeys {
  switch (column.kind) {
    case 'text':
      return textKeys(collection, { name, column, locales });
    case 'coded': {
      const ranksOf = column.order === 'natural' ? naturalRanks(locales) : idRanks;
      return codedRanks(codesOf(collection, name), (value) => shownValue(column, value), ranksOf);
    }
    case 'boolean':
      return Uint32Array.from(flagsOf(collection, name), (flag) => (flag === flagCodes.neither ? missingKey : flag));
    case 'any':
      return anyKeys(collection, name, locales);
    default:
      return numbersOf(collection, name);
  }
}

function naturalRanks(locales: readonly string[]): (texts: readonly string[]) => Uint32Array {
  return (texts) => textRanks(texts, naturalOrder(locales));
}

function codedRanks<Value>(
  { codes, values }: CodedColumn<Value>,
  textOf: (value: Value) => string,
  ranksOf: (texts: readonly string[]) => Uint32Array,
): Uint32Array {
  const ranks = ranksOf(values.map(textOf));
  return codes.map((code) => ranks[code] ?? missingKey);
}

/** Each different value is compared once. */
function anyKeys(collection: Collection, name: string, locales: readonly string[]): Uint32Array {
  const texts = textsOf(collection, name);
  const { codes, values } = codeTexts(Array.from({ length: collection.count }, (_, row) => texts.at(row) ?? null));
  const compare = naturalOrder(locales);
  const parsed = values.map(parseAny);
  const sorted = [...values.keys()].filter((code) => values[code] !== null);
  const compareCodes = (a: number, b: number) => compareAny(parsed[a], parsed[b], compare);
  sorted.sort(compareCodes);
  const ranks = new Uint32Array(values.length).fill(missingKey);
  let rank = 0;
  for (const [at, code] of sorted.entries()) {
    if (at > 0 && compareCodes(sorted[at - 1] ?? 0, code) !== 0) rank += 1;
    ranks[code] = rank;
  }
  return codes.map((code) => ranks[code] ?? missingKey);
}

function textKeys(collection: Collection, { name, column, locales }: Asked<DescribedText>): Uint32Array {
  if (column.order === 'natural') return grownRanks(collection, { name, column, locales });
  return idRanks(shownTexts(collection, column.shows ?? [name]));
}

/** The first text of each row that is not blank; empty where none is. */
function shownTexts(collection: Collection, names: readonly string[]): string[] {
  const columns = names.map((name) => textsOf(collection, name));
  const last = columns.pop();
  const { count } = collection;
  if (last === undefined) return [];
  if (columns.length === 0) return Array.from({ length: count }, (_, row) => last.at(row) ?? '');
  return Array.from({ length: count }, (_, row) => {
    for (const column of columns) {
      const text = column.at(row);
      if (text?.trim()) return text;
    }
    const text = last.at(row);
    return text?.trim() ? text : '';
  });
}

/** Ranks by column and language. */
interface Ranked {
  readonly ranks: RecentValues<Uint32Array>;
  /** Those of the rows that were there before, as long as they are not used. */
  readonly before: Map<string, Uint32Array>;
  readonly stretches: Carried<unknown>['stretches'];
}

const keptRanks = 2;

const rankedOf = perGrowingCollection({
  make: (_, carried: Carried<ReadonlyMap<string, Uint32Array>> | undefined): Ranked => ({
    ranks: new RecentValues(keptRanks),
    before: new Map(carried?.seed),
    stretches: carried?.stretches ?? [],
  }),
  seedOf: ({ ranks }) => {
    const seed = new Map(ranks.entries());
    return seed.size === 0 ? undefined : seed;
  },
});

/** The rank of each row's text as a reader sees it, by the rules of a language; by none, of the runtime's own. */
function grownRanks(collection: Collection, { name, column, locales }: Asked<DescribedText>): Uint32Array {
  const { ranks, before, stretches } = rankedOf(collection);
  const key = `${name} ${locales.join()}`;
  return ranks.get(key, () => {
    const texts = shownTexts(collection, column.shows ?? [name]);
    const compare = naturalOrder(locales);
    const known = before.get(key);
    before.delete(key);
    return known === undefined ? textRanks(texts, compare) : growRanks(texts, compare, { ranks: known, stretches });
  });
}
