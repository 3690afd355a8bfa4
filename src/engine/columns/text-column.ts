/** Texts of some rows as one text: a million short ones take twice the memory, and are slow to keep and to bring back. */
interface Packed {
  readonly text: string;
  /** Where each row's text ends in it, in UTF-16 units, and the next one begins; for `null` the complement of that (`~end`). */
  readonly ends: Int32Array;
}

/** The rows `from` to before `to` of a packed text. */
interface Piece extends Packed {
  readonly from: number;
  readonly to: number;
}

/** A part of a column: rows `from` to before `to`. */
export interface TextSlice {
  readonly column: TextColumn;
  readonly from: number;
  readonly to: number;
}

/** A column of texts that are seldom read, in little memory. It never changes. */
export class TextColumn {
  readonly length: number;
  readonly #pieces: readonly Piece[];
  /** The first row of each piece. */
  readonly #starts: Uint32Array;
  /** The piece that was read last: rows are mostly read in order. */
  #last = 0;

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#starts = new Uint32Array(pieces.length);
    let length = 0;
    for (const [at, { from, to }] of pieces.entries()) {
      this.#starts[at] = length;
      length += to - from;
    }
    this.length = length;
  }

  static of(texts: readonly (string | null)[]): TextColumn {
    const ends = new Int32Array(texts.length);
    let end = 0;
    for (const [row, text] of texts.entries()) {
      end += text?.length ?? 0;
      ends[row] = text === null ? ~end : end;
    }
    return new TextColumn([{ text: texts.join(''), ends, from: 0, to: texts.length }]);
  }

  /** Texts that stand one after the other in one. `lengths` are in UTF-16 units, -1 for `null`. */
  static ofLengths(text: string, lengths: Int32Array): TextColumn {
    const ends = new Int32Array(lengths.length);
    let end = 0;
    for (let row = 0; row < lengths.length; row += 1) {
      const length = lengths[row] ?? -1;
      end += Math.max(0, length);
      ends[row] = length < 0 ? ~end : end;
    }
    return new TextColumn([{ text, ends, from: 0, to: ends.length }]);
  }

  /** One column after the other, without a copy. */
  static join(slices: readonly TextSlice[]): TextColumn {
    return new TextColumn(slices.flatMap(({ column, from, to }) => column.#slice(from, to)));
  }

  /** The text of a row; `null` also where there is no such row. */
  at(row: number): string | null {
    const piece = this.#pieces[this.#pieceOf(row)];
    if (piece === undefined || row < 0 || row >= this.length) return null;
    const { text, ends, from } = piece;
    const local = from + row - (this.#starts[this.#last] ?? 0);
    const end = ends[local] ?? 0;
    return end < 0 ? null : text.slice(local === 0 ? 0 : endOf(ends[local - 1] ?? 0), end);
  }

  #pieceOf(row: number): number {
    const isIn = (piece: number) =>
      row >= (this.#starts[piece] ?? Number.POSITIVE_INFINITY) && row < (this.#starts[piece + 1] ?? this.length);
    if (isIn(this.#last)) return this.#last;
    if (!isIn(this.#last + 1)) this.#last = this.#find(row);
    else this.#last += 1;
    return this.#last;
  }

  #find(row: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  #slice(from: number, to: number): Piece[] {
    return this.#pieces.flatMap((piece, at) => {
      const start = this.#starts[at] ?? 0;
      const first = Math.max(from, start);
      const last = Math.min(to, start + piece.to - piece.from);
      if (first >= last) return [];
      const { text, ends } = piece;
      return [{ text, ends, from: piece.from + first - start, to: piece.from + last - start }];
    });
  }
}

function endOf(end: number): number {
  return end < 0 ? ~end : end;
}

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
