import { foldText } from './fold-text.ts';
import { LetterSets } from './letter-sets.ts';
import { RecentValues } from './recent-values.ts';
import type { SameStretch } from './same-stretches.ts';
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

/** Where a word stands in the text of a chunk. */
interface WordPlaces {
  /** In order. */
  readonly at: Uint32Array;
  /** The character behind each, which is what the next one typed is compared with: memory far apart is slow to read. */
  readonly next: Uint16Array;
}

/**
 * Folded texts in a few long strings: to find a word in a million of them is to search some sixty strings, and a longer word is
 * looked for only where the shorter one was. `entries` are asked for one by one, each giving its texts; a word is never found across
 * two of them.
 */
export class TextIndex {
  readonly #chunks: readonly TextChunk[];
  readonly #count: number;
  readonly #recent = new RecentValues<WordHits>(keptWords);
  readonly #places = new RecentValues<readonly WordPlaces[]>(keptPlaces);

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

  /** Makes ready what is needed when more is typed behind a letter, which itself is found without its places. */
  expectMore(word: string): void {
    const folded = foldText(oneLine(word));
    if (LetterSets.has(folded)) this.#placesOf(folded);
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

  #placesOf(word: string): readonly WordPlaces[] {
    return this.#places.get(word, () => {
      const [part, known] = this.#rarestPart(word) ?? [];
      return this.#chunks.map(({ text }, index) =>
        part === undefined
          ? findPlaces(text, word)
          : narrowPlaces(text, word, { part, known: known?.[index] ?? nowhere }),
      );
    });
  }

  /** Of the kept words that are a part of this one, the one that stands in the fewest places. */
  #rarestPart(word: string): readonly [string, readonly WordPlaces[]] | undefined {
    let rarest: readonly [string, readonly WordPlaces[]] | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const kept of this.#places.entries()) {
      const [part, places] = kept;
      if (!word.includes(part)) continue;
      const count = places.reduce((sum, { at }) => sum + at.length, 0);
      if (count < fewest) [rarest, fewest] = [kept, count];
    }
    return rarest;
  }
}

const nowhere: WordPlaces = { at: new Uint32Array(), next: new Uint16Array() };

/** Flags the entries that the places are in. Answers how many there are. */
function flagEntries({ starts, first }: TextChunk, { at }: WordPlaces, flags: Uint8Array): number {
  let count = 0;
  let entry = 0;
  let end = 0;
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    if (place < end) continue;
    entry = entryAt(starts, place, entry);
    end = starts[entry + 1] ?? 0;
    flags[first + entry] = 1;
    count += 1;
  }
  return count;
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

function findPlaces(text: string, word: string): WordPlaces {
  let places = new Uint32Array(1024);
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (count === places.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(places);
      places = larger;
    }
    places[count] = at;
    count += 1;
  }
  return placesOf(text, word, places.subarray(0, count));
}

/** The same, where the places of a part of the word are known. */
function narrowPlaces(
  text: string,
  word: string,
  { part, known }: { readonly part: string; readonly known: WordPlaces },
): WordPlaces {
  const { at, next } = known;
  const before = word.indexOf(part);
  const behind = before + part.length;
  const isLonger = behind < word.length;
  const wanted = word.charCodeAt(behind);
  const places = new Uint32Array(at.length);
  let count = 0;
  for (let index = 0; index < at.length; index += 1) {
    if (isLonger && next[index] !== wanted) continue;
    const start = (at[index] ?? 0) - before;
    if (!standsAt(text, start, { word, from: behind + 1, to: word.length })) continue;
    if (!standsAt(text, start, { word, from: 0, to: before })) continue;
    places[count] = start;
    count += 1;
  }
  return placesOf(text, word, places.subarray(0, count));
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

/** Some places of a word, copied, with what is behind each. */
function placesOf(text: string, word: string, places: Uint32Array): WordPlaces {
  const next = new Uint16Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    next[index] = text.charCodeAt((places[index] ?? 0) + word.length);
  }
  return { at: places.slice(), next };
}
