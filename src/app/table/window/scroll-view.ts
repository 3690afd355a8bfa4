import type { RowSource, ScrollRest } from './row-source.ts';
import { type RowRange, rowHeightPx, rowsInSight, rowsToDraw, topRowToShow } from './row-window.ts';
import {
  isAdrift,
  isOnPaper,
  placeAfter,
  type Scroller,
  type ScrollPlace,
  type ScrollTrack,
  scrollOf,
  trackOf,
} from './scroll-track.ts';

/** What is drawn. */
export interface ScrollPicture extends RowRange {
  /** Of how many rows. */
  readonly count: number;
  /** The place that was last jumped to. */
  readonly placeKey: string | undefined;
  /** How many px of all rows are above what is in sight. */
  readonly topPx: number;
  /** Whether the reader is on the way to another place, as with the scrollbar, and not reading row by row. */
  readonly isFast: boolean;
  /** Whether rows are going by. */
  readonly isMoving: boolean;
  /** Whether so many rows change at a time that elements that are there take them: making new ones would cost more. */
  readonly isReused: boolean;
  /** Changes when rows have come. */
  readonly version: number;
}

/** Writing the address on every event is too often. */
const restMs = 150;
/** From so many rows a frame on, elements are used again. */
const reusedRows = 4;
/** How long what is said beside the scrollbar stays once that rests. */
const fastMs = 900;
/** Rows either side of those in sight that are drawn ahead of the scrolling, where the browser scrolls them. */
const overscanRows = 12;
/** When, after the first rows of a place, those around them follow: they are not what the reader waits for. */
const aheadMs = 250;

/** What a view begins with. */
interface ScrollBeginning {
  /**
   * `flow`: the rows are in the element that is scrolled, and gaps as high as those that are not drawn, so that the browser moves them:
   * for a page of rows. `still`: they stand still in what is in sight, and are drawn anew: for any number of rows.
   */
  readonly layout: 'flow' | 'still';
  readonly count: number;
  readonly viewPx: number;
  readonly topRow: number;
  readonly placeKey: string | undefined;
}

/**
 * Which rows are in sight, by how far an element is scrolled. What is drawn follows the element, at most a moment later: rows that
 * come fast are waited for, so that nothing is blank between.
 */
export class ScrollView {
  readonly #isFlow: boolean;
  readonly #onRest: (rest: ScrollRest) => void;
  readonly #listeners = new Set<() => void>();
  #picture: ScrollPicture;
  #scroller: Scroller | undefined;
  #source: RowSource | undefined;
  #count: number;
  #viewPx: number;
  #track: ScrollTrack;
  #place: ScrollPlace = { scrollPx: 0, topPx: 0 };
  #resting: ReturnType<typeof setTimeout> | undefined;
  #slowing: ReturnType<typeof setTimeout> | undefined;
  /** The place whose rows are waited for, while those before stay in sight. */
  #awaited: (RowRange & { readonly topPx: number }) | undefined;
  #holding: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #aheadRows = 0;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: (rest: ScrollRest) => void, beginning: ScrollBeginning = nothingYet) {
    const { count, viewPx, topRow, placeKey } = beginning;
    this.#onRest = onRest;
    this.#isFlow = beginning.layout === 'flow';
    this.#count = count;
    this.#viewPx = viewPx;
    this.#track = trackOf({ count, viewPx });
    const range = rowsInSight(topRow, viewPx, count);
    this.#picture = { ...atRest, ...range, topPx: topRow * rowHeightPx, count, placeKey };
  }

  /** What is drawn; another object when it is something else. */
  readonly picture = (): ScrollPicture => this.#picture;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get rowsThatFit(): number {
    return Math.ceil(this.#viewPx / rowHeightPx);
  }

  /** Follows an element. Returns what ends that. */
  follow(scroller: Scroller): () => void {
    this.#scroller = scroller;
    return () => {
      this.#scroller = undefined;
      clearTimeout(this.#resting);
      clearTimeout(this.#slowing);
      clearTimeout(this.#looking);
    };
  }

  /** Takes the rows from a source. Returns what ends that. */
  take(source: RowSource): () => void {
    this.#source = source;
    const end = source.subscribe(() => {
      this.#frame ??= requestAnimationFrame(() => this.#onRows());
    });
    this.#draw({ hasRows: true });
    return () => {
      end();
      this.#stopWaiting();
      if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
      this.#frame = undefined;
    };
  }

  /** There are so many rows, and so much room for them. The element must have its height by then. */
  lay({ count, viewPx }: { readonly count: number; readonly viewPx: number }): void {
    if (this.#viewPx > 0) this.#catchUp();
    this.#count = count;
    this.#viewPx = viewPx;
    this.#track = trackOf({ count, viewPx });
    if (!this.#isFlow) this.#moveTo(this.#place.topPx);
    else if (this.#aheadRows === 0) this.#drawAheadSoon();
    this.#draw({ isNow: true, hasRows: true });
    if (!this.#isFlow) this.tell();
  }

  /** Makes a row the first one in sight, as far as there are rows below it. */
  jump(topRow: number, placeKey?: string): void {
    if (placeKey !== this.#picture.placeKey) this.#drawAheadSoon();
    this.#picture = { ...this.#picture, placeKey };
    // Where the browser scrolls, it may have gone on since: what is there already is not undone.
    if (!this.#isFlow || this.#place.topPx !== topRow * rowHeightPx) this.#moveTo(topRow * rowHeightPx);
    this.#draw({ isNow: true, hasRows: this.#isFlow });
    if (!this.#isFlow) this.tell();
  }

  /** Scrolls as little as it takes to have the whole of a row in sight. */
  show(row: number): void {
    const top = this.#place.topPx / rowHeightPx;
    const target = topRowToShow(row, top, this.#viewPx);
    if (target !== top) this.#moveTo(target * rowHeightPx);
    this.#draw({ isNow: true });
    this.#rest();
  }

  /** The element has been scrolled. */
  readonly onScroll = (): void => {
    if (this.#scroller === undefined || isOnPaper(this.#scroller, this.#track)) return;
    const { scrollTop } = this.#scroller;
    const before = this.#place;
    // It is here that has scrolled it: nothing moves under the reader's hand.
    if (scrollTop === before.scrollPx) return;
    this.#place = placeAfter(this.#track, before, scrollTop);
    if (this.#isFlow) {
      this.#aheadRows = overscanRows;
      this.#draw();
      this.#rest();
      return;
    }
    const stepPx = Math.abs(this.#place.topPx - before.topPx);
    const isPassing = stepPx > this.#track.nearPx;
    if (isPassing) this.#speed();
    const isReused = stepPx >= reusedRows * rowHeightPx || (this.#picture.isMoving && this.#picture.isReused);
    this.#picture = { ...this.#picture, isMoving: true, isReused };
    if (isAdrift(this.#track, this.#place)) this.#moveTo(this.#place.topPx);
    this.#draw({ isPassing });
    this.#rest();
  };

  /** Tells where the rows are, without waiting for the scrolling to rest. */
  readonly tell = (): void => {
    this.#catchUp();
    clearTimeout(this.#resting);
    if (this.#scroller === undefined || this.#viewPx === 0 || this.#count === 0) return;
    const topRow = this.#place.topPx / rowHeightPx;
    this.#onRest({ topRow, rowsThatFit: this.#viewPx / rowHeightPx });
  };

  /** Brings the element where it belongs by the rows that are in sight. */
  readonly putRight = (): void => this.#moveTo(this.#place.topPx);

  /** Takes what has been scrolled of which the event is still to come: it would be undone by what scrolls the element here. */
  #catchUp(): void {
    if (this.#scroller && Math.abs(this.#scroller.scrollTop - this.#place.scrollPx) >= 1) this.onScroll();
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#catchUp();
      // Small steps on a squeezed track have left the thumb behind.
      this.putRight();
      this.#change({ ...this.#picture, isMoving: false, isReused: false });
      this.tell();
    }, restMs);
  }

  #speed(): void {
    if (!this.#picture.isFast) this.#change({ ...this.#picture, isFast: true });
    clearTimeout(this.#slowing);
    this.#slowing = setTimeout(() => this.#change({ ...this.#picture, isFast: false }), fastMs);
  }

  #moveTo(topPx: number): void {
    const most = Math.max(0, Math.min(topPx, this.#track.rowsPx));
    const scrollPx = scrollOf(this.#track, most);
    if (this.#scroller && Math.abs(this.#scroller.scrollTop - scrollPx) >= 1) this.#scroller.scrollTop = scrollPx;
    // Browsers round it.
    this.#place = { scrollPx: this.#scroller?.scrollTop ?? scrollPx, topPx: most };
  }

  #onRows(): void {
    this.#frame = undefined;
    const awaited = this.#awaited;
    // Whoever moves on meanwhile sees the places on the way, and not nothing.
    if (awaited !== undefined && this.#source?.isThere(awaited)) {
      this.#stopWaiting();
      this.#show(awaited);
    }
    this.#draw({ hasRows: true });
  }

  #draw({ isNow = false, hasRows = false, isPassing = false } = {}): void {
    const { topPx } = this.#place;
    const range = rowsInSight(topPx / rowHeightPx, this.#viewPx, this.#count);
    const isThere = isNow || !this.#source?.holdMs || this.#source.isThere(range);
    if (!isThere && this.#awaited !== undefined) return;
    this.#source?.want(range, { isPassing });
    if (isThere) {
      this.#stopWaiting();
      this.#show({ ...range, topPx }, hasRows);
    } else this.#waitFor({ ...range, topPx });
  }

  /** Leaves in sight what is, because other rows are about to come. */
  #waitFor(place: RowRange & { readonly topPx: number }): void {
    this.#awaited = place;
    this.#holding = setTimeout(() => {
      this.#awaited = undefined;
      this.#draw({ isNow: true });
    }, this.#source?.holdMs);
  }

  #stopWaiting(): void {
    clearTimeout(this.#holding);
    this.#awaited = undefined;
  }

  #show({ from, to, topPx }: RowRange & { readonly topPx: number }, hasRows = false): void {
    const { version } = this.#picture;
    const count = this.#count;
    if (this.#isFlow) {
      const range = rowsToDraw({ from, to }, this.#aheadRows, count);
      const isOther = range.from !== this.#picture.from || range.to !== this.#picture.to;
      // The browser has moved what is drawn.
      if (isOther || hasRows) this.#change({ ...this.#picture, ...range, topPx, count });
      return;
    }
    const drawn = { from, to, topPx, count, version: version + (hasRows ? 1 : 0) };
    this.#change({ ...this.#picture, ...drawn });
  }

  /** Draws the rows around those of a place once these were on screen. */
  #drawAheadSoon(): void {
    this.#aheadRows = 0;
    clearTimeout(this.#looking);
    if (!this.#isFlow) return;
    this.#looking = setTimeout(() => {
      this.#aheadRows = overscanRows;
      this.#draw();
    }, aheadMs);
  }

  #change(next: ScrollPicture): void {
    const now = this.#picture;
    const keys = Object.keys(next) as (keyof ScrollPicture)[];
    if (keys.every((key) => now[key] === next[key])) return;
    this.#picture = next;
    for (const listener of this.#listeners) listener();
  }
}

const atRest = { isFast: false, isMoving: false, isReused: false, version: 0 };

const nothingYet: ScrollBeginning = { layout: 'still', count: 0, viewPx: 0, topRow: 0, placeKey: undefined };
