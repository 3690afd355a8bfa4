import { foldText, isAsciiText } from './fold-text.ts';
import { RecentValues } from './recent-values.ts';

const chunkEntries = 8192;
/** A chunk of long texts ends earlier: no string grows past what an engine can hold. */
const chunkChars = 1 << 20;
/** Between the texts of an entry and between entries; none of it is left inside a text. */
const separator = '\n';
const keptWords = 8;
/** Where fewer than this share of all entries can match, they are looked at one by one. */
const fewShare = 1 / 16;

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

  constructor(count: number, textsOf: (entry: number) => readonly (string | null | undefined)[]) {
    this.#count = count;
    this.#chunks = chunksOf(count, textsOf);
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

function chunksOf(count: number, textsOf: (entry: number) => readonly (string | null | undefined)[]): Chunk[] {
  const chunks: Chunk[] = [];
  let texts: string[] = [];
  let chars = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const text = joinTexts(textsOf(entry));
    texts.push(text);
    chars += text.length;
    if (texts.length < chunkEntries && chars < chunkChars && entry < count - 1) continue;
    chunks.push(chunkOf(texts, entry + 1 - texts.length));
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
