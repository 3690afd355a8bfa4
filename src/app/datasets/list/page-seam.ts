import type { DatasetListItem } from '../../../contract/dataset.ts';
import { OffsetBracket } from '../../collection/probe/offset-bracket.ts';

/** A row as far as its place in the list follows from it. */
type PlacedRow = Pick<DatasetListItem, 'id' | 'createdAt'>;

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
  /** The rows from one place on, and whether the list was the same for all of them. */
  async function readOnce(offset: number, count: number): Promise<Stretch & { readonly isSame: boolean }> {
    const { total, items } = await fetch({ offset, limit: Math.min(count, maxPageRows) });
    const rows = [...items];
    const overlap = Math.min(1, items.length - 1);
    while (rows.length > 0 && rows.length < Math.min(count, total - offset)) {
      const from = rows.length - overlap;
      const more = await fetch({ offset: offset + from, limit: Math.min(count - from, maxPageRows) });
      const isSame = more.total === total && (overlap === 0 || more.items[0]?.id === rows.at(-1)?.id);
      if (!isSame) return { offset, total, rows, isSame };
      if (more.items.length <= overlap) break;
      rows.push(...more.items.slice(overlap));
    }
    return { offset, total, rows, isSame: true };
  }
  return async (offset, count) => {
    for (let tries = 1; ; tries += 1) {
      const { isSame, ...stretch } = await readOnce(offset, count);
      if (isSame || tries >= maxTries) return stretch;
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
  const { way, pageSize } = turn;
  const search = new SeamSearch(turn);
  for (let reads = 1; ; reads += 1) {
    const { from, count } = search.range;
    const stretch = await read(from, count);
    const found = seamIn(stretch, turn, count);
    const page = 'seam' in found ? pageIn(stretch, found.seam, { turn, count }) : undefined;
    if (page !== undefined) return page;
    // A list that never rests is read as it is now, and so is one without dates to look for.
    if (reads >= maxReads || (reads > 1 && search.isBlind)) {
      const at = stretch.offset + (way === 'previous' ? pageSize : Math.min(1, stretch.offset));
      return pageIn(stretch, at, { turn, count: Number.POSITIVE_INFINITY }) ?? stretch;
    }
    search.learn(stretch, found);
  }
}

/** Where to read next. */
class SeamSearch {
  readonly #turn: Turn;
  readonly #keyOf: (row: PlacedRow) => number;
  readonly #bracket: OffsetBracket;
  range: { readonly from: number; readonly count: number };
  /** Whether there is no date to look for. */
  readonly isBlind: boolean;
  #isFirst = true;
  /** Where rows of the same moment were met, and how far from there, in pages, they were looked through. */
  #tied: number | undefined;
  #ring = 0;

  constructor(turn: Turn) {
    this.#turn = turn;
    this.#keyOf = keysOf(turn.desc);
    const key = this.#keyOf(edgeOf(turn));
    this.isBlind = Number.isNaN(key);
    this.#bracket = new OffsetBracket(key);
    this.range = rangeAt(this.#expected, turn);
  }

  get #expected(): number {
    const { way, offset, rows } = this.#turn;
    return way === 'next' ? offset + rows.length : offset;
  }

  learn(stretch: Stretch, found: FoundSeam): void {
    const { total } = stretch;
    const change = this.#isFirst ? total - this.#turn.total : 0;
    this.#isFirst = false;
    if ('seam' in found) this.range = rangeAt(found.seam, this.#turn);
    else if (change !== 0) this.range = rangeAt(clamp(this.#expected + change, total), this.#turn);
    else this.range = { from: clamp(this.#nextFrom(stretch, found.side), total), count: this.#turn.pageSize + 1 };
  }

  #nextFrom({ offset, total, rows }: Stretch, side: Side): number {
    if (side === 'here') return offset + this.range.count - 1;
    if (side === 'around') {
      // Farther and farther out, on one side and on the other.
      this.#tied ??= offset;
      this.#ring = this.#ring > 0 ? -this.#ring : 1 - this.#ring;
      return this.#tied + this.#ring * this.#turn.pageSize;
    }
    this.#bracket.learn({ total, offset, keys: rows.map(this.#keyOf) });
    return this.#bracket.next();
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

/** `here`: the last of these rows are of the same moment as what is looked for · `around`: all of them are. */
type Side = 'before' | 'behind' | 'here' | 'around';

/** Where the page before ends (or begins) by these rows: rows of the list before it; or where else that is. */
type FoundSeam = { readonly seam: number } | { readonly side: Side };

function seamIn(stretch: Stretch, turn: Turn, count: number): FoundSeam {
  const { offset, rows } = stretch;
  const isNext = turn.way === 'next';
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const isElsewhere = places.has(edgeOf(turn).id) ? undefined : sideOf(stretch, turn, count);
  if (isElsewhere !== undefined) return { side: isElsewhere };
  // What is left of the page ends (or begins) where it does now.
  for (const { id } of isNext ? turn.rows.toReversed() : turn.rows) {
    const index = places.get(id);
    if (index !== undefined) return { seam: offset + (isNext ? index + 1 : index) };
  }
  // Nothing of it is left. Rows of the same moment may not have been read: they are on the side that is read now.
  const keyOf = keysOf(turn.desc);
  const key = keyOf(edgeOf(turn));
  const behind = rows.findIndex((row) => (isNext ? keyOf(row) >= key : keyOf(row) > key));
  return { seam: offset + (behind < 0 ? rows.length : behind) };
}

/** On which side of some rows the edge is that is not among them; `undefined` where it would be among them, and is gone. */
function sideOf({ offset, total, rows }: Stretch, turn: Turn, count: number): Side | undefined {
  const keyOf = keysOf(turn.desc);
  const key = keyOf(edgeOf(turn));
  const [first = Number.NaN, last = Number.NaN] = [rows[0], rows.at(-1)].map((row) => row && keyOf(row));
  const isEnd = rows.length < count || offset + rows.length >= total;
  if (!isEnd && !(last > key)) {
    if (last !== key) return 'behind';
    return first === key ? 'around' : 'here';
  }
  if (offset > 0 && !(first < key)) return last === key ? 'around' : 'before';
  return undefined;
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
