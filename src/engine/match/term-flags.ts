import type { DatasetState, DatasetTerm } from '../../app/datasets/dataset-query.ts';
import type { CodedColumn, Collection } from '../columns/collection.ts';
import { foldText } from '../query/fold-text.ts';
import type { Comparison } from '../query/query-language.ts';
import type { Reader } from '../query/reader.ts';
import { fitsPattern, longestPiece, readPattern } from '../query/text-pattern.ts';
import { timeLimits } from '../query/time-values.ts';
import { isInState, rowStates, stateCount } from './row-states.ts';
import { actorIndex, ownerIndex, rowIndex } from './search-texts.ts';
import type { TextIndex } from './text-index.ts';

/** 1 for each row that a term holds for, 0 for the others; `not` is left to the caller. */
export function termFlags(collection: Collection, term: DatasetTerm, reader: Reader): Uint8Array {
  switch (term.key) {
    case 'word':
      return wordFlags(collection, term.text);
    case 'is':
      return stateFlags(collection, term.word);
    case 'items':
      return numberFlags(collection.itemCount, collection.count, countLimits(term.range));
    case 'clean':
      return numberFlags(collection.cleanItemCount, collection.count, countLimits(term.range));
    case 'created':
      return numberFlags(collection.createdAtMs, collection.count, timeLimits(term.range, reader.nowMs));
    case 'modified':
      return numberFlags(collection.modifiedAtMs, collection.count, timeLimits(term.range, reader.nowMs));
    case 'accessed':
      return numberFlags(collection.accessedAtMs, collection.count, timeLimits(term.range, reader.nowMs));
    default:
      return textFlags(collection, term, reader);
  }
}

function wordFlags(collection: Collection, word: string): Uint8Array {
  const flags = rowIndex(collection).find(word).flags.slice();
  for (const [hits, { codes, values }] of [
    [ownerIndex(collection).find(word), collection.owner],
    [actorIndex(collection).find(word), collection.actId],
  ] as const) {
    if (hits.count === 0) continue;
    if (hits.count === values.length) return flags.fill(1);
    for (let row = 0; row < flags.length; row += 1) flags[row] = (flags[row] ?? 0) | (hits.flags[codes[row] ?? 0] ?? 0);
  }
  return flags;
}

function stateFlags(collection: Collection, word: DatasetState): Uint8Array {
  const holds = Uint8Array.from({ length: stateCount }, (_, state) => Number(isInState(state, word)));
  const states = rowStates(collection);
  const flags = new Uint8Array(states.length);
  for (let row = 0; row < flags.length; row += 1) flags[row] = holds[states[row] ?? 0] ?? 0;
  return flags;
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

/** Items are counted in whole numbers. */
function countLimits(range: Comparison<number>): { least: number; most: number } {
  const [noLeast, noMost] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (range.op) {
    case '..':
      return { least: range.from, most: range.to };
    case '=':
      return { least: range.value, most: range.value };
    case '<':
      return { least: noLeast, most: range.value - 1 };
    case '<=':
      return { least: noLeast, most: range.value };
    case '>':
      return { least: range.value + 1, most: noMost };
    case '>=':
      return { least: range.value, most: noMost };
  }
}

type TextTerm = Exclude<Extract<DatasetTerm, { readonly text: string }>, { readonly key: 'word' }>;

function textFlags(collection: Collection, { key, text }: TextTerm, reader: Reader): Uint8Array {
  const { count, name, title, id, actRunId, owner, actId, generalAccess } = collection;
  const pattern = readPattern(text);
  const find = (
    indexOf: (of: Collection) => TextIndex,
    entries: number,
    textsOf: (entry: number) => readonly (string | null | undefined)[],
  ) => patternFlags({ find: (piece) => indexOf(collection).find(piece), entries, textsOf, pattern });
  switch (key) {
    case 'name':
      return find(rowIndex, count, (row) => [name[row], title.at(row)]);
    case 'id':
      return find(rowIndex, count, (row) => [id[row]]);
    case 'run':
      return find(rowIndex, count, (row) => [actRunId.at(row)]);
    case 'actor':
      return spread(
        actId,
        find(actorIndex, actId.values.length, (code) => [actId.values[code]]),
        count,
      );
    case 'access':
      return spread(
        generalAccess,
        Uint8Array.from(generalAccess.values, (access) => Number(fitsPattern(foldText(access ?? ''), pattern))),
        count,
      );
    case 'owner':
      return spread(
        owner,
        text.toLowerCase() === 'me'
          ? Uint8Array.from(owner.values, ({ userId }) => Number(userId === reader.userId))
          : find(ownerIndex, owner.values.length, (code) => [owner.values[code]?.username, owner.values[code]?.userId]),
        count,
      );
  }
}

/** The flags of dictionary values, spread over the rows that have them. */
function spread<Value>({ codes }: CodedColumn<Value>, ofValues: Uint8Array, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) flags[row] = ofValues[codes[row] ?? 0] ?? 0;
  return flags;
}

/** Entries one of whose texts fits a pattern; only those with its longest piece are looked at. */
function patternFlags(options: {
  readonly find: TextIndex['find'];
  readonly entries: number;
  readonly textsOf: (entry: number) => readonly (string | null | undefined)[];
  readonly pattern: ReturnType<typeof readPattern>;
}): Uint8Array {
  const { find, entries, textsOf, pattern } = options;
  const piece = longestPiece(pattern);
  const candidates = piece === '' ? undefined : find(piece).flags;
  const flags = new Uint8Array(entries);
  for (let entry = 0; entry < entries; entry += 1) {
    if (candidates !== undefined && candidates[entry] !== 1) continue;
    if (textsOf(entry).some((text) => text && fitsPattern(foldText(text), pattern))) flags[entry] = 1;
  }
  return flags;
}
