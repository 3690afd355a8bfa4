import { foldPoint, foldText } from './fold-text.ts';

/** A part of a text, in UTF-16 units: from `start` to before `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a text in which the words are found, as search finds them (`foldText`): in order, neither overlapping nor touching.
 * An accent that follows a marked letter is marked with it.
 */
export function markedRanges(text: string, words: readonly string[]): TextRange[] {
  const folded = foldWithOffsets(text);
  const ranges = words.flatMap((word) => rangesOfWord(folded, foldText(word)));
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: TextRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end) merged.push(range);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged;
}

interface FoldedText {
  readonly text: string;
  /** Where the code point of a folded character begins and ends in the original, and the accents after it. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const point of text) {
    const part = foldPoint(point);
    const end = offset + point.length;
    if (part === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(offset);
      ends.push(end);
    }
    folded += part;
    offset = end;
  }
  return { text: folded, starts, ends };
}

function rangesOfWord({ text, starts, ends }: FoldedText, word: string): TextRange[] {
  const ranges: TextRange[] = [];
  if (word === '') return ranges;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    ranges.push({ start: starts[at] ?? 0, end: ends[at + word.length - 1] ?? 0 });
  }
  return ranges;
}
