import { foldText } from './fold-text.ts';

/** A text with `*` for anything, read: the pieces between the stars, folded. One piece means the whole text. */
export interface TextPattern {
  readonly pieces: readonly string[];
}

/** Reads a pattern: `\*` is a star and `\\` a backslash. */
export function readPattern(text: string): TextPattern {
  const pieces = [''];
  for (const [part] of text.matchAll(/\\[\\*]|./gsu)) {
    if (part === '*') pieces.push('');
    else pieces[pieces.length - 1] += part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
  }
  return { pieces: pieces.map(foldText) };
}

/** The pattern that a text alone fits. */
export function exactPattern(text: string): string {
  return text.replaceAll(/[\\*]/g, '\\$&');
}

/** The longest piece: a text without it does not fit. */
export function longestPiece({ pieces }: TextPattern): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** Whether a folded text fits; an empty one never does. Takes the first place for each piece, so it never goes back. */
export function fitsPattern(folded: string, { pieces }: TextPattern): boolean {
  if (folded === '') return false;
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return folded === first;
  if (!folded.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = folded.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return folded.length - last.length >= at && folded.endsWith(last);
}
