import { foldText, isAsciiText } from './fold-text.ts';
import { RecentValues } from './recent-values.ts';
import type { SameStretch } from './same-stretches.ts';

const chunkEntries = 8192;
/** A chunk of long texts ends earlier: no string grows past what an engine can hold. */
const chunkChars = 1 << 20;
/** Between the texts of an entry and between entries; none of it is left inside a text. */
const separator = '\n';
const keptWords = 8;
/** Where fewer than this share of all entries can match, they are looked at one by one. */
const fewShare = 1 / 16;

/** The texts of an entry. */
type TextsOf = (entry: number) => readonly (string | null | undefined)[];

interface Chunk {
  readonly text: string;
  /** The first entry, counted over all chunks. */
  readonly first: number;
  /** Where each entry begins in `text`, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** Which entries have a word. */
export interface WordHits {
  /** 1 for an entry that has it. */
  readonly flags: Uint8Array;
  readonly count: number;
}

/**
 * Folded texts in a few long strings: to find a word in a million of them is to search some sixty strings. `entries` are asked for
 * one by one, each giving its texts; a word is never found across two of them.
 */
export class TextIndex {
  readonly #chunks: readonly Chunk[];
  readonly #count: number;
  readonly #recent = new RecentValues<WordHits>(keptWords);

  constructor(count: number, textsOf: TextsOf, ready: readonly Chunk[] = []) {
    this.#count = count;
    this.#chunks = chunksOf(count, textsOf, ready);
  }

  /** An index of other entries, some of which are entries of this one, in whose place `textsOf` is not asked. */
  grown(count: number, textsOf: TextsOf, stretches: readonly SameStretch[]): TextIndex {
    return new TextIndex(count, textsOf, movedChunks(this.#chunks, stretches));
  }

  /** The entries with `word` in one of their texts, in any case and accent. Do not change the answer: it is kept. */
  find(word: string): WordHits {
    const folded = foldText(oneLine(word));
    const wider = this.#narrowest(folded);
    return this.#recent.get(folded, () => (wider === undefined ? this.#scan(folded) : this.#narrow(folded, wider)));
  }

  /** The smallest kept answer to a part of the word: no other entry can have the whole of it. */
  #narrowest(word: string): WordHits | undefined {
    let narrowest: WordHits | undefined;
    for (const [kept, hits] of this.#recent.entries()) {
      if (word.includes(kept) && hits.count < (narrowest?.count ?? this.#count * fewShare)) narrowest = hits;
    }
    return narrowest;
  }

  #scan(word: string): WordHits {
    const flags = new Uint8Array(this.#count);
    let count = 0;
    for (const chunk of this.#chunks) count += scanChunk(chunk, word, flags);
    return { flags, count };
  }

  #narrow(word: string, wider: WordHits): WordHits {
    const flags = new Uint8Array(this.#count);
    let count = 0;
    for (const { text, first, starts } of this.#chunks) {
      const end = first + starts.length - 1;
      for (let entry = wider.flags.indexOf(1, first); entry >= 0 && entry < end; ) {
        const local = entry - first;
        if (text.slice(starts[local], starts[local + 1]).includes(word)) {
          flags[entry] = 1;
          count += 1;
        }
        entry = wider.flags.indexOf(1, entry + 1);
      }
    }
    return { flags, count };
  }
}

function scanChunk({ text, first, starts }: Chunk, word: string, flags: Uint8Array): number {
  const entries = starts.length - 1;
  let count = 0;
  let entry = 0;
  for (let at = text.indexOf(word); at >= 0 && entry < entries; at = text.indexOf(word, starts[entry])) {
    entry = entryAt(starts, at, entry);
    flags[first + entry] = 1;
    count += 1;
    entry += 1;
  }
  return count;
}

/** The entry that the character at `at` is in, which is not before `from`: often the next one, so near ones are tried first. */
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

/** The chunks that are whole among other entries. Small ones are made again, so that there are never many. */
function movedChunks(chunks: readonly Chunk[], stretches: readonly SameStretch[]): Chunk[] {
  const moved = chunks.flatMap((chunk) => {
    const { text, first, starts } = chunk;
    const entries = starts.length - 1;
    if (entries < chunkEntries && text.length < chunkChars) return [];
    const stretch = stretches.find(({ from, to }) => from <= first && first + entries <= to);
    return stretch === undefined ? [] : [{ ...chunk, first: stretch.at + first - stretch.from }];
  });
  return moved.sort((a, b) => a.first - b.first);
}

/** Chunks of all entries; `ready` are some of them, in order. */
function chunksOf(count: number, textsOf: TextsOf, ready: readonly Chunk[]): Chunk[] {
  const chunks: Chunk[] = [];
  let texts: string[] = [];
  let chars = 0;
  let place = 0;
  for (let entry = 0; entry < count; ) {
    const whole = ready[place];
    if (whole?.first === entry) {
      chunks.push(whole);
      place += 1;
      entry += whole.starts.length - 1;
      continue;
    }
    const text = joinTexts(textsOf(entry));
    texts.push(text);
    chars += text.length;
    entry += 1;
    if (texts.length < chunkEntries && chars < chunkChars && entry < count && entry !== whole?.first) continue;
    chunks.push(chunkOf(texts, entry - texts.length));
    texts = [];
    chars = 0;
  }
  return chunks;
}

/** Folds a whole chunk at once where it can: lower case of ASCII is as long as the text itself. */
function chunkOf(texts: readonly string[], first: number): Chunk {
  const joined = texts.join(separator);
  const isAscii = isAsciiText(joined);
  const folded = isAscii ? texts : texts.map(foldText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [entry, text] of folded.entries())
    starts[entry + 1] = (starts[entry] ?? 0) + text.length + separator.length;
  return { text: isAscii ? joined.toLowerCase() : folded.join(separator), first, starts };
}

function joinTexts(texts: readonly (string | null | undefined)[]): string {
  let joined = '';
  for (const text of texts) {
    if (text) joined += (joined === '' ? '' : separator) + (text.includes(separator) ? oneLine(text) : text);
  }
  return joined;
}

function oneLine(text: string): string {
  return text.replaceAll(separator, ' ');
}
