/** Texts of some rows as one text: many short ones are slow to keep and to bring back. */
export interface PackedTexts {
  readonly text: string;
  /** UTF-16 units of each row's text; -1 for `null`. */
  readonly lengths: Int32Array;
}

/** Puts the texts of the rows `from` to `to`, which is not in it, into one. */
export function packTexts(textOf: (row: number) => string | null, from: number, to: number): PackedTexts {
  const lengths = new Int32Array(to - from);
  const texts: string[] = [];
  for (let row = from; row < to; row++) {
    const text = textOf(row);
    lengths[row - from] = text === null ? -1 : text.length;
    if (text !== null) texts.push(text);
  }
  return { text: texts.join(''), lengths };
}

/** Whether the texts are as long together as they are said to be. */
export function isWhole({ text, lengths }: PackedTexts): boolean {
  return lengths.reduce((sum, length) => sum + Math.max(0, length), 0) === text.length;
}

/** Writes the texts into a column, from row `from` on. Answers whether they were whole. */
export function unpackTexts({ text, lengths }: PackedTexts, column: (string | null)[], from: number): boolean {
  let at = 0;
  for (let index = 0; index < lengths.length; index++) {
    const length = lengths[index] ?? -1;
    column[from + index] = length < 0 ? null : text.slice(at, at + length);
    at += Math.max(0, length);
  }
  return at === text.length;
}
