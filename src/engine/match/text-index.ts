import { RecentValues, type SameStretch } from '../columns/per-collection.ts';
import { foldText } from '../query/fold-text.ts';
import { LetterSets } from './letter-sets.ts';
import { movedChunks, oneLine, type TextChunk, type TextsOf, textChunks } from './text-chunks.ts';

const keptWords = 8;
/** Fewer: those of one letter among a million texts take megabytes. */
const keptPlaces = 4;

/** Which entries have a word. */
export interface WordHits {
  /** 1 for an entry that has it. */
  readonly flags: Uint8Array;
  readonly count: number;
}

/**
 * Folded texts in a few long strings: to find a word in a million of them is to search some 120 strings, and a longer word is
 * looked for only where the shorter one was. `entries` are asked for one by one, each giving its texts; a word is never found across
 * two of them.
 */
export class TextIndex {
  readonly #chunks: readonly TextChunk[];
  readonly #count: number;
  readonly #recent = new RecentValues<WordHits>(keptWords);
  /** Where words stand: of each chunk the places in its text, in order. */
  readonly #places = new RecentValues<readonly Uint32Array[]>(keptPlaces);
  /** The character behind each place: memory that is far apart, as that of a text is, is slow to read while somebody waits. */
  readonly #behind = new RecentValues<readonly Uint16Array[]>(keptPlaces);

  constructor(count: number, textsOf: TextsOf, ready: readonly TextChunk[] = []) {
    this.#count = count;
    this.#chunks = textChunks(count, textsOf, ready);
  }

  /** An index of other entries, some of which are entries of this one, in whose place `textsOf` is not asked. */
  grown(count: number, textsOf: TextsOf, stretches: readonly SameStretch[]): TextIndex {
    return new TextIndex(count, textsOf, movedChunks(this.#chunks, stretches));
  }

  /** The entries with `word` in one of their texts, in any case and accent. Do not change the answer: it is kept. */
  find(word: string): WordHits {
    const folded = foldText(oneLine(word));
    return this.#recent.get(folded, () => {
      // An accent alone is nothing.
      if (folded === '') return { flags: new Uint8Array(this.#count).fill(1), count: this.#count };
      return LetterSets.has(folded) ? this.#withLetter(folded) : this.#withWord(folded);
    });
  }

  /**
   * Of each entry the letters that stand behind a word, and behind no word those that stand in it. What is needed to find the word with
   * more behind it is ready then: of a letter its places too, without which it is found itself. In steps.
   */
  *lettersBehind(word: string): Generator<undefined, LetterSets> {
    const sets = new LetterSets(this.#count);
    const folded = foldText(oneLine(word));
    if (folded === '') {
      for (const { letters, first } of this.#chunks) sets.put(letters, first);
      return sets;
    }
    const known = this.#places.peek(folded);
    const find = this.#finderOf(folded);
    const places: Uint32Array[] = [];
    const behind: Uint16Array[] = [];
    for (const [index, chunk] of this.#chunks.entries()) {
      const placesHere = known?.[index] ?? find(chunk, index);
      const behindHere = charactersBehind(chunk.text, placesHere, folded.length);
      addLetters(sets, chunk, { places: placesHere, behind: behindHere });
      places.push(placesHere);
      behind.push(behindHere);
      yield;
    }
    this.#places.get(folded, () => places);
    this.#behind.get(folded, () => behind);
    return sets;
  }

  #withLetter(letter: string): WordHits {
    const flags = new Uint8Array(this.#count);
    let count = 0;
    for (const { letters, first } of this.#chunks) count += letters.flag(letter, flags, first);
    return { flags, count };
  }

  #withWord(word: string): WordHits {
    const flags = new Uint8Array(this.#count);
    const places = this.#placesOf(word);
    let count = 0;
    for (const [index, chunk] of this.#chunks.entries()) count += flagEntries(chunk, places[index] ?? nowhere, flags);
    return { flags, count };
  }

  #placesOf(word: string): readonly Uint32Array[] {
    return this.#places.get(word, () => this.#chunks.map(this.#finderOf(word)));
  }

  /** Finds a word in a chunk: where a part of it is known to stand, or anywhere. */
  #finderOf(word: string): (chunk: TextChunk, index: number) => Uint32Array {
    const [part, known] = this.#rarestPart(word) ?? [];
    if (part === undefined) return ({ text }) => findPlaces(text, word);
    const behind = this.#behind.peek(part);
    return ({ text }, index) =>
      narrowPlaces(text, word, { part, known: known?.[index] ?? nowhere, behind: behind?.[index] });
  }

  /** Of the kept words that are a part of this one, the one that stands in the fewest places. */
  #rarestPart(word: string): readonly [string, readonly Uint32Array[]] | undefined {
    let rarest: readonly [string, readonly Uint32Array[]] | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const kept of this.#places.entries()) {
      const [part, places] = kept;
      if (!word.includes(part)) continue;
      const count = places.reduce((sum, { length }) => sum + length, 0);
      if (count < fewest) [rarest, fewest] = [kept, count];
    }
    return rarest;
  }
}

const nowhere = new Uint32Array();

/** Flags the entries that the places are in. Answers how many there are. */
function flagEntries({ starts, first }: TextChunk, places: Uint32Array, flags: Uint8Array): number {
  let count = 0;
  let entry = 0;
  let end = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    if (place < end) continue;
    entry = entryAt(starts, place, entry);
    end = starts[entry + 1] ?? 0;
    flags[first + entry] = 1;
    count += 1;
  }
  return count;
}

/** Adds the characters behind some places to the entries that these are in. */
function addLetters(
  sets: LetterSets,
  { starts, first }: TextChunk,
  { places, behind }: { readonly places: Uint32Array; readonly behind: Uint16Array },
): void {
  let entry = 0;
  for (let index = 0; index < places.length; index += 1) {
    entry = entryAt(starts, places[index] ?? 0, entry);
    sets.add(first + entry, behind[index] ?? 0);
  }
}

/** The entry that the character at `at` is in, which is not before `from`: often a near one, so these are tried first. */
function entryAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let step = 1;
  while ((starts[low + step] ?? Number.POSITIVE_INFINITY) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length - 1);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

function findPlaces(text: string, word: string): Uint32Array {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return new Uint32Array(places);
}

function charactersBehind(text: string, places: Uint32Array, length: number): Uint16Array {
  const behind = new Uint16Array(places.length);
  for (let index = 0; index < places.length; index += 1) behind[index] = text.charCodeAt((places[index] ?? 0) + length);
  return behind;
}

/** The same, where the places of a part of the word are known, and perhaps the character behind each. */
function narrowPlaces(
  text: string,
  word: string,
  {
    part,
    known,
    behind,
  }: { readonly part: string; readonly known: Uint32Array; readonly behind: Uint16Array | undefined },
): Uint32Array {
  const before = word.indexOf(part);
  const partEnd = before + part.length;
  const next = word.charCodeAt(partEnd);
  // 0 stands behind the last place of a text.
  const isTold = behind !== undefined && partEnd < word.length && next !== 0;
  const places: number[] = [];
  for (let index = 0; index < known.length; index += 1) {
    if (isTold && behind[index] !== next) continue;
    const start = (known[index] ?? 0) - before;
    if (!standsAt(text, start, { word, from: isTold ? partEnd + 1 : partEnd, to: word.length })) continue;
    if (!standsAt(text, start, { word, from: 0, to: before })) continue;
    places.push(start);
  }
  return new Uint32Array(places);
}

/** Whether the characters of a word, which would begin at `start`, stand there. */
function standsAt(
  text: string,
  start: number,
  { word, from, to }: { readonly word: string; readonly from: number; readonly to: number },
): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}
