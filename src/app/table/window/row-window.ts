/** Heights of the table's parts in CSS pixels; `styles.css` has the same as `--row` and `--head`. */
export const rowHeightPx = 34;
export const headHeightPx = 32;

/** A height for the rows that has room for one of them at least. */
export function atLeastOneRow(heightPx: number): number {
  return Math.max(rowHeightPx, heightPx);
}

/** What a window leaves to the rows of its height, until their frame is measured: `elsewherePx` goes to all else on the page. */
export function rowsHeightIn(windowHeightPx: number, elsewherePx: number): number {
  return atLeastOneRow(windowHeightPx - elsewherePx);
}

/** Rows `from` up to, not including, `to`, by their position on the page. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Scrolling draws new rows in steps of this many, not one by one: fewer renders, and `from` stays even, so that what is
 * drawn does not depend on how one got there.
 */
const stepRows = 8;

/** The rows in sight when `topRow` (a fraction of a row too) is the first and `heightPx` is what the rows have of height. */
export function rowsInSight(topRow: number, heightPx: number, count: number): RowRange {
  const top = Math.max(0, Math.min(topRow, count - heightPx / rowHeightPx));
  return { from: Math.floor(top), to: Math.min(count, Math.ceil(top + heightPx / rowHeightPx)) };
}

/** The rows to have in the document so that scrolling finds them there: those in sight and at least `overscan` either side. */
export function rowsToDraw(inSight: RowRange, overscan: number, count: number): RowRange {
  if (overscan === 0) return inSight;
  const from = Math.floor((inSight.from - overscan) / stepRows) * stepRows;
  const to = Math.ceil((inSight.to + overscan) / stepRows) * stepRows;
  return { from: Math.max(0, from), to: Math.min(count, to) };
}

/** A piece of the table's body: rows that are drawn, or an empty stretch as high as the rows that it stands for. */
export type Piece = RowRange & { readonly kind: 'rows' | 'gap' };

/** The whole body, top to bottom: the window, the one row outside it that must not go (it has the focus), gaps between. */
export function bodyPieces(window: RowRange, kept: number | undefined, count: number): readonly Piece[] {
  const outside = kept !== undefined && kept < count && (kept < window.from || kept >= window.to);
  const drawn = outside ? [window, { from: kept, to: kept + 1 }].sort((a, b) => a.from - b.from) : [window];
  const pieces: Piece[] = [];
  let next = 0;
  for (const { from, to } of drawn) {
    if (from > next) pieces.push({ kind: 'gap', from: next, to: from });
    if (to > from) pieces.push({ kind: 'rows', from, to });
    next = Math.max(next, to);
  }
  if (next < count) pieces.push({ kind: 'gap', from: next, to: count });
  return pieces;
}

/** The row that a key moves to from row `current`; `undefined` when the key moves nowhere. */
export function rowAfterKey(options: {
  readonly key: string;
  readonly current: number;
  readonly count: number;
  /** How many rows are in sight: what Page Up and Page Down move by. */
  readonly pageRows: number;
}): number | undefined {
  const { key, current, count, pageRows } = options;
  const step = Math.max(1, Math.floor(pageRows) - 1);
  const targets = new Map([
    ['ArrowUp', current - 1],
    ['ArrowDown', current + 1],
    ['PageUp', current - step],
    ['PageDown', current + step],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const target = targets.get(key);
  return target === undefined ? undefined : Math.max(0, Math.min(target, count - 1));
}

/** The `topRow` that brings a whole row into sight with the least scrolling. */
export function topRowToShow(row: number, topRow: number, heightPx: number): number {
  const lowest = row + 1 - heightPx / rowHeightPx;
  return Math.max(0, Math.min(row, Math.max(topRow, lowest)));
}
