import type { SameStretch } from '../columns/per-collection.ts';
import { foldText, isAsciiText } from '../query/fold-text.ts';
import { LetterSets } from './letter-sets.ts';

const chunkEntries = 8192;
/** A chunk of long texts ends earlier: no string grows past what an engine can hold. */
const chunkChars = 1 << 20;
/** Between the texts of an entry and between entries; none of it is left inside a text. */
const separator = '\n';

/** The texts of an entry, which may be the same array each time: they are read at once. */
export type TextsOf = (entry: number) => readonly (string | null | undefined)[];

/** The folded texts of some entries after one another. */
export interface TextChunk {
  readonly text: string;
  /** The first entry, counted over all chunks. */
  readonly first: number;
  /** Where each entry begins in `text`, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly letters: LetterSets;
}

/** Chunks of all entries; `ready` are some of them, in order. */
export function textChunks(count: number, textsOf: TextsOf, ready: readonly TextChunk[] = []): TextChunk[] {
  const chunks: TextChunk[] = [];
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

/** The chunks that are whole among other entries. Small ones are made again, so that there are never many. */
export function movedChunks(chunks: readonly TextChunk[], stretches: readonly SameStretch[]): TextChunk[] {
  const moved = chunks.flatMap((chunk) => {
    const { text, first, starts } = chunk;
    const entries = starts.length - 1;
    if (entries < chunkEntries && text.length < chunkChars) return [];
    const stretch = stretches.find(({ from, to }) => from <= first && first + entries <= to);
    return stretch === undefined ? [] : [{ ...chunk, first: stretch.at + first - stretch.from }];
  });
  return moved.sort((a, b) => a.first - b.first);
}

/** A text on one line, as it stands in a chunk. */
export function oneLine(text: string): string {
  return text.replaceAll(separator, ' ');
}

/** Folds a whole chunk at once where it can: lower case of ASCII is as long as the text itself. */
function chunkOf(texts: readonly string[], first: number): TextChunk {
  const joined = texts.join(separator);
  const isAscii = isAsciiText(joined);
  const folded = isAscii ? texts : texts.map(foldText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [entry, text] of folded.entries())
    starts[entry + 1] = (starts[entry] ?? 0) + text.length + separator.length;
  const text = isAscii ? joined.toLowerCase() : folded.join(separator);
  return { text, first, starts, letters: LetterSets.of(text, starts) };
}

function joinTexts(texts: readonly (string | null | undefined)[]): string {
  let joined = '';
  for (const text of texts) {
    if (text) joined += (joined === '' ? '' : separator) + (text.includes(separator) ? oneLine(text) : text);
  }
  return joined;
}
