import {
  type CodedColumn,
  type Collection,
  codesOf,
  columnOf,
  flagCodes,
  flagsOf,
  numbersOf,
} from '../columns/collection.ts';
import { columnOfKey, type DescribedCodes, type DescribedText } from '../columns/table-description.ts';
import { foldText } from '../query/fold-text.ts';
import type { Comparison, RangeTerm, Term } from '../query/query-language.ts';
import type { Reader } from '../query/reader.ts';
import { fitsPattern, longestPiece, readPattern } from '../query/text-pattern.ts';
import { timeLimits } from '../query/time-values.ts';
import { rowStates, statesOfWord } from './row-states.ts';
import { codeIndex, rowIndex, searchedCodes, searchedTexts, textsOfRows, textsOfValue } from './search-texts.ts';
import type { TextsOf } from './text-chunks.ts';
import type { TextIndex } from './text-index.ts';

/** 1 for each row that a term holds for, 0 for the others; `not` is left to the caller. */
export function termFlags(collection: Collection, term: Term, reader: Reader): Uint8Array {
  if ('word' in term) return stateFlags(collection, term.word);
  if ('range' in term) return rangeFlags(collection, term, reader);
  return term.key === 'word' ? wordFlags(collection, term.text) : textFlags(collection, term, reader);
}

function wordFlags(collection: Collection, word: string): Uint8Array {
  const flags = rowIndex(collection).find(word).flags.slice();
  for (const { index, column } of searchedCodes(collection)) {
    const hits = index.find(word);
    const { codes, values } = column;
    if (hits.count === 0) continue;
    if (hits.count === values.length) return flags.fill(1);
    for (let row = 0; row < flags.length; row += 1) flags[row] = (flags[row] ?? 0) | (hits.flags[codes[row] ?? 0] ?? 0);
  }
  return flags;
}

function stateFlags(collection: Collection, word: string): Uint8Array {
  return spreadBytes(rowStates(collection), statesOfWord(collection.table, word));
}

function rangeFlags(collection: Collection, { key, range }: RangeTerm, reader: Reader): Uint8Array {
  const name = columnOfKey(collection.table, key);
  const { kind } = columnOf(collection.table, name);
  // A range is of texts where the key is of times, and of numbers else: that is how the language reads it.
  const limits =
    kind === 'time'
      ? timeLimits(range as Comparison<string>, reader.nowMs)
      : numberLimits(range as Comparison<number>, kind === 'count');
  return numberFlags(numbersOf(collection, name), collection.count, limits);
}

/** Both ends included. `NaN` is never between them. */
function numberFlags(
  values: Float64Array,
  count: number,
  { least, most }: { readonly least: number; readonly most: number },
): Uint8Array {
  const flags = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const value = values[row] ?? Number.NaN;
    // Without a branch, which at random goes the wrong way half of the time.
    flags[row] = Number(value >= least) & Number(value <= most);
  }
  return flags;
}

/** Counts are whole numbers; of others, the next one is as near as a number can be. */
function numberLimits(range: Comparison<number>, isWhole: boolean): { least: number; most: number } {
  const [noLeast, noMost] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (range.op) {
    case '..':
      return { least: range.from, most: range.to };
    case '=':
      return { least: range.value, most: range.value };
    case '<':
      return { least: noLeast, most: isWhole ? range.value - 1 : -nextAbove(-range.value) };
    case '<=':
      return { least: noLeast, most: range.value };
    case '>':
      return { least: isWhole ? range.value + 1 : nextAbove(range.value), most: noMost };
    case '>=':
      return { least: range.value, most: noMost };
  }
}

/** IEEE 754: the bits of the next number are the next whole number. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

interface TextTerm {
  readonly key: string;
  readonly text: string;
}

function textFlags(collection: Collection, { key, text }: TextTerm, reader: Reader): Uint8Array {
  const { count, table } = collection;
  const name = columnOfKey(table, key);
  const column = columnOf(table, name);
  const pattern = readPattern(text);
  switch (column.kind) {
    case 'text':
    case 'any': {
      const names = [name, ...(column.query?.also ?? [])];
      const isIndexed = names.every((one) => (columnOf(table, one) as DescribedText).isSearched);
      const textsOf = textsOfRows(names.map((one) => searchedTexts(collection, one)));
      return patternFlags({ index: isIndexed ? rowIndex(collection) : undefined, entries: count, textsOf, pattern });
    }
    case 'coded':
      return spread(codesOf(collection, name).codes, valueFlags(collection, { name, column, text, reader }));
    case 'boolean': {
      const ofFlags = new Uint8Array(Object.keys(flagCodes).length);
      for (const word of ['true', 'false'] as const) ofFlags[flagCodes[word]] = Number(fitsPattern(word, pattern));
      return spreadBytes(flagsOf(collection, name), ofFlags);
    }
    default:
      throw new RangeError(`"${key}:" asks for no text.`);
  }
}

/** 1 for each value of a coded column that a text fits. */
function valueFlags(
  collection: Collection,
  options: { readonly name: string; readonly column: DescribedCodes; readonly text: string; readonly reader: Reader },
): Uint8Array {
  const { name, column, text, reader } = options;
  const { values }: CodedColumn = codesOf(collection, name);
  if (column.query?.isPeople && text.toLowerCase() === 'me') {
    return Uint8Array.from(values, (value) => Number(textsOfValue(value)[0] === reader.userId));
  }
  return patternFlags({
    index: column.isSearched ? codeIndex(collection, name) : undefined,
    entries: values.length,
    textsOf: (code) => textsOfValue(values[code]),
    pattern: readPattern(text),
  });
}

/** The flags of codes, spread over the rows that have them. */
function spread(codes: Uint32Array, ofCodes: Uint8Array): Uint8Array {
  const flags = new Uint8Array(codes.length);
  for (let row = 0; row < flags.length; row += 1) flags[row] = ofCodes[codes[row] ?? 0] ?? 0;
  return flags;
}

/** The same in a loop of its own: one that is given arrays of two kinds takes twice as long. */
function spreadBytes(codes: Uint8Array, ofCodes: Uint8Array): Uint8Array {
  const flags = new Uint8Array(codes.length);
  for (let row = 0; row < flags.length; row += 1) flags[row] = ofCodes[codes[row] ?? 0] ?? 0;
  return flags;
}

/** Entries one of whose texts fits a pattern; where there is an index, only those with its longest piece are looked at. */
function patternFlags(options: {
  readonly index: TextIndex | undefined;
  readonly entries: number;
  readonly textsOf: TextsOf;
  readonly pattern: ReturnType<typeof readPattern>;
}): Uint8Array {
  const { index, entries, textsOf, pattern } = options;
  const piece = longestPiece(pattern);
  const candidates = piece === '' ? undefined : index?.find(piece).flags;
  const flags = new Uint8Array(entries);
  for (let entry = 0; entry < entries; entry += 1) {
    if (candidates !== undefined && candidates[entry] !== 1) continue;
    if (textsOf(entry).some((text) => text && fitsPattern(foldText(text), pattern))) flags[entry] = 1;
  }
  return flags;
}
