import { searchedText } from '../columns/any-value.ts';
import {
  type CodedColumn,
  type CodedValue,
  type Collection,
  codesOf,
  columnOf,
  type TextValues,
  textsOf,
} from '../columns/collection.ts';
import { type Carried, perCollection, perGrowingCollection } from '../columns/per-collection.ts';
import type { LetterSets } from './letter-sets.ts';
import type { TextsOf } from './text-chunks.ts';
import { TextIndex } from './text-index.ts';

/** The texts that plain words are looked for in. Those of the rows themselves have one index, */
export const rowIndex = perGrowingCollection({
  make(collection, carried: Carried<TextIndex> | undefined) {
    const { count, table } = collection;
    const searched = Object.entries(table.columns).filter(
      ([, column]) => (column.kind === 'text' || column.kind === 'any') && column.isSearched,
    );
    const textsOf = textsOfRows(searched.map(([name]) => searchedTexts(collection, name)));
    return carried?.seed.grown(count, textsOf, carried.stretches) ?? new TextIndex(count, textsOf);
  },
  seedOf: (index) => index,
});

const codeIndexes = perCollection(() => new Map<string, TextIndex>());

/** and those of a coded column another one, by code. */
export function codeIndex(collection: Collection, name: string): TextIndex {
  const indexes = codeIndexes(collection);
  const { values } = codesOf(collection, name);
  const index = indexes.get(name) ?? new TextIndex(values.length, (code) => textsOfValue(values[code]));
  indexes.set(name, index);
  return index;
}

/** The coded columns that plain words are looked for in. */
export function searchedCodes(
  collection: Collection,
): readonly { readonly index: TextIndex; readonly column: CodedColumn }[] {
  return Object.entries(collection.table.columns).flatMap(([name, column]) =>
    column.kind === 'coded' && column.isSearched
      ? [{ index: codeIndex(collection, name), column: codesOf(collection, name) }]
      : [],
  );
}

/** The texts of a column as they are searched. */
export function searchedTexts(collection: Collection, name: string): TextValues {
  const texts = textsOf(collection, name);
  if (columnOf(collection.table, name).kind === 'text') return texts;
  return { length: texts.length, at: (row) => searchedText(texts.at(row)) };
}

/** The texts of a value of a coded column. */
export function textsOfValue(value: CodedValue | undefined): readonly (string | null)[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [value ?? null];
}

/** The texts of each row, in an array that is the same for all. */
export function textsOfRows(columns: readonly TextValues[]): TextsOf {
  const texts = new Array<string | null | undefined>(columns.length);
  return (row) => {
    for (let at = 0; at < columns.length; at += 1) texts[at] = columns[at]?.at(row);
    return texts;
  };
}

/** Puts the texts together that are searched, before anything is searched for: of a million rows that takes a moment. */
export function expectSearch(collection: Collection): boolean {
  rowIndex(collection);
  return true;
}

/** Of each row the letters that stand behind a word in one of the texts that are searched. In steps. */
export function* lettersBehind(collection: Collection, word: string): Generator<undefined, LetterSets> {
  const sets = yield* rowIndex(collection).lettersBehind(word);
  for (const { index, column } of searchedCodes(collection)) {
    sets.addByCode(yield* index.lettersBehind(word), column.codes);
    yield;
  }
  return sets;
}
