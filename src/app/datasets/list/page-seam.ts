import type { DatasetListItem } from '../../../contract/dataset.ts';
import { OffsetBracket } from '../../collection/read/offset-bracket.ts';

/** A row as far as its place in the list follows from it. */
export type PlacedRow = Pick<DatasetListItem, 'id' | 'createdAt'>;

/** A page that was read, and which way the reader goes on from there. */
export interface Turn {
  readonly way: 'next' | 'previous';
  readonly desc: boolean;
  /** The rows that were read, in the order of the list; at least one. */
  readonly rows: readonly PlacedRow[];
  /** Rows before them, and of the whole list, when they were read. */
  readonly offset: number;
  readonly total: number;
  /** Rows that the next page shall have. */
  readonly pageSize: number;
}

/** Rows of the list that stand one after the other at one moment. */
export interface Stretch {
  readonly offset: number;
  readonly total: number;
  readonly rows: readonly DatasetListItem[];
}

/** Reads `count` rows from `offset` on, fewer only at the end of the list. */
export type ReadStretch = (offset: number, count: number) => Promise<Stretch>;

/** CONTRACT: the most rows that a page has. */
const maxPageRows = 1000;
/** So often a stretch is read that takes more than one page, and changes meanwhile. */
const maxTries = 3;

/**
 * Reads stretches by pages of the API: more than one where the server gives fewer rows than are asked for, each with the last row of
 * the one before, so that they are of one list.
 */
export function readByPages(
  fetch: (page: {
    readonly offset: number;
    readonly limit: number;
  }) => Promise<Omit<Stretch, 'rows'> & { items: Stretch['rows'] }>,
): ReadStretch {
  return async (offset, count) => {
    for (let tries = 1; ; tries += 1) {
      const { total, items } = await fetch({ offset, limit: Math.min(count, maxPageRows) });
      const rows = [...items];
      const overlap = items.length > 1 ? 1 : 0;
      let isSame = true;
      while (isSame && rows.length > 0 && rows.length < Math.min(count, total - offset)) {
        const from = rows.length - overlap;
        const more = await fetch({ offset: offset + from, limit: Math.min(count - from, maxPageRows) });
        isSame = more.total === total && (overlap === 0 || more.items[0]?.id === rows.at(-1)?.id);
        if (more.items.length <= overlap) break;
        rows.push(...more.items.slice(overlap));
      }
      if (isSame || tries >= maxTries) return { offset, total, rows };
    }
  };
}

/** More than a list needs that rests meanwhile: most turns take one, and a million rows are halved twenty times. */
const maxReads = 24;

/**
 * The page that goes on where the one before it ends (or ends where that begins), whatever was created or deleted since: its rows, and
 * where they are in the list as it is now. Each read has a row of the page before, so that the answer itself shows whether it goes on
 * there: first where that should be, then as far from it as the list has grown or shrunk, then between what the dates of the rows tell.
 *
 * Of the first page of the list there is always all, also where fewer rows than a page are left before the one that was read.
 */
export async function continuePage(turn: Turn, read: ReadStretch): Promise<Stretch> {
  const { way, total, offset, rows, pageSize } = turn;
  const keyOf = keysOf(turn.desc);
  const edge = edgeOf(turn);
  const bracket = new OffsetBracket(keyOf(edge));
  const expected = way === 'next' ? offset + rows.length : offset;
  let range = rangeAt(expected, turn);
  let tied: number | undefined;
  let ring = 0;
  for (let reads = 1; ; reads += 1) {
    const stretch = await read(range.from, range.count);
    const found = seamIn(stretch, turn, range.count);
    if ('seam' in found) {
      const page = pageIn(stretch, found.seam, { turn, count: range.count });
      if (page !== undefined) return page;
      range = rangeAt(found.seam, turn);
    } else if (reads === 1 && stretch.total !== total) {
      range = rangeAt(clamp(expected + stretch.total - total, stretch.total), turn);
    } else if (found.side === 'around') {
      // Farther and farther out, on one side and on the other.
      tied ??= range.from;
      ring = ring > 0 ? -ring : 1 - ring;
      range = { from: clamp(tied + ring * pageSize, stretch.total), count: pageSize + 1 };
    } else if (found.side === 'here') {
      range = { from: clamp(range.from + range.count - 1, stretch.total), count: pageSize + 1 };
    } else {
      bracket.learn({ total: stretch.total, offset: stretch.offset, keys: stretch.rows.map(keyOf) });
      range = { from: bracket.next(), count: pageSize + 1 };
    }
    // A list that never rests is read as it is now, and so is one without dates to look for.
    if (reads >= maxReads || (reads > 1 && Number.isNaN(keyOf(edge)))) {
      const at = stretch.offset + (way === 'previous' ? pageSize : Math.min(1, stretch.offset));
      return pageIn(stretch, at, { turn, count: Number.POSITIVE_INFINITY }) ?? stretch;
    }
  }
}

/** Rows to read for the page at a seam: the page, and the row on the other side of it. */
function rangeAt(seam: number, { way, pageSize }: Turn): { readonly from: number; readonly count: number } {
  if (way === 'next') return { from: Math.max(0, seam - 1), count: pageSize + 1 };
  const from = Math.max(0, seam - pageSize);
  return { from, count: Math.max(pageSize, seam + 1 - from) };
}

/** The page at a seam, where the stretch has all of it. */
function pageIn(
  { offset, total, rows }: Stretch,
  seam: number,
  { turn, count }: { readonly turn: Turn; readonly count: number },
): Stretch | undefined {
  const { way, pageSize } = turn;
  const from = way === 'next' ? seam : Math.max(0, seam - pageSize);
  const to = way === 'next' || from === 0 ? from + pageSize : seam;
  const end = offset + rows.length;
  const isEnd = rows.length < count || end >= total;
  if (from < offset || (to > end && !isEnd)) return undefined;
  return { offset: from, total, rows: rows.slice(from - offset, to - offset) };
}

/** Where the page before ends (or begins) by these rows: rows of the list before it; or where else that is. */
type FoundSeam =
  | { readonly seam: number }
  /** `here`: the last of these rows are of the same moment as it · `around`: all of them are. */
  | { readonly side: 'before' | 'behind' | 'here' | 'around' };

function seamIn({ offset, total, rows }: Stretch, turn: Turn, count: number): FoundSeam {
  const { way, desc } = turn;
  const isNext = way === 'next';
  const seamAt = (index: number) => ({ seam: offset + (isNext ? index + 1 : index) });
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const edge = edgeOf(turn);
  const atEdge = places.get(edge.id);
  if (atEdge !== undefined) return seamAt(atEdge);

  // The edge is gone, or elsewhere: it is gone where rows are here that stand before and behind it.
  const keyOf = keysOf(desc);
  const key = keyOf(edge);
  const keys = rows.map(keyOf);
  const [first = Number.NaN, last = Number.NaN] = [keys[0], keys.at(-1)];
  const isEnd = rows.length < count || offset + rows.length >= total;
  const hasBefore = offset === 0 || first < key;
  const hasBehind = isEnd || last > key;
  if (!hasBehind) return { side: first === key ? 'around' : last === key ? 'here' : 'behind' };
  if (!hasBefore) return { side: last === key ? 'around' : 'before' };
  // What is left of the page ends (or begins) where it does now.
  for (const { id } of isNext ? turn.rows.toReversed() : turn.rows) {
    const index = places.get(id);
    if (index !== undefined) return seamAt(index);
  }
  // Nothing of it is left. Rows of the same moment may not have been read: they are on the side that is read now.
  const behind = keys.findIndex((one) => (isNext ? one >= key : one > key));
  return { seam: offset + (behind < 0 ? rows.length : behind) };
}

/** The row that the page is turned at. */
function edgeOf({ way, rows }: Turn): PlacedRow {
  const edge = way === 'next' ? rows.at(-1) : rows[0];
  if (edge === undefined) throw new Error('A page without rows cannot be turned.');
  return edge;
}

/** Keys that grow along the list. */
function keysOf(desc: boolean): (row: PlacedRow) => number {
  return ({ createdAt }) => (desc ? -1 : 1) * Date.parse(createdAt);
}

function clamp(offset: number, total: number): number {
  return Math.max(0, Math.min(offset, total - 1));
}
