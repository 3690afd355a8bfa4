import { rowHeightPx } from './row-window.ts';

/**
 * How far a scroller lets itself be scrolled, in CSS pixels, and the rows behind it. Browsers allow an element no more than some
 * 17,900,000 px (Firefox) or 33,500,000 px (Chromium, Safari) of height, which is less than a million rows take: beyond a limit the
 * middle of the rows is squeezed into less room than it has.
 */
export interface ScrollTrack {
  /** The most that the scroller is scrolled. */
  readonly scrollPx: number;
  /** The most that the rows are moved up. */
  readonly rowsPx: number;
  /** What moves the scroller by no more is taken as it is; what moves it by more is a way to another place. */
  readonly nearPx: number;
}

/** Where a scroller stands, and where the rows behind it do: how many px of them are above what is in sight. */
export interface ScrollPlace {
  readonly scrollPx: number;
  readonly topPx: number;
}

/** The part of an element that is scrolled. */
export type Scroller = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>;

const longestScrollPx = 8_000_000;
/** The first and the last rows are never squeezed, so that both ends are reached exactly. */
const endPx = 500_000;
/** A flick of a trackpad moves by less in a frame, and a pixel of a thumb on a squeezed track by more. */
const leastNearPx = 2_000;
/** The thumb may be so far from where it should be while a movement goes on; then it is put right, also in mid-movement. */
const mostDriftPx = 100_000;

/** The track of so many rows, of which `viewPx` are in sight. */
export function trackOf({ count, viewPx }: { readonly count: number; readonly viewPx: number }): ScrollTrack {
  const rowsPx = Math.max(0, count * rowHeightPx - viewPx);
  return { rowsPx, scrollPx: Math.min(rowsPx, longestScrollPx), nearPx: Math.max(leastNearPx, 1.5 * viewPx) };
}

/** Where the rows are by how far the scroller is: never falling, and at both ends exact. */
export function topOf({ scrollPx: mostPx, rowsPx }: ScrollTrack, scrollPx: number): number {
  const at = clamp(scrollPx, mostPx);
  if (at <= endPx || mostPx === rowsPx) return at;
  if (at >= mostPx - endPx) return rowsPx - (mostPx - at);
  return endPx + ((at - endPx) * (rowsPx - 2 * endPx)) / (mostPx - 2 * endPx);
}

/** How far the scroller is by where the rows are: turns `topOf` round. */
export function scrollOf({ scrollPx: mostPx, rowsPx }: ScrollTrack, topPx: number): number {
  const at = clamp(topPx, rowsPx);
  if (at <= endPx || mostPx === rowsPx) return at;
  if (at >= rowsPx - endPx) return mostPx - (rowsPx - at);
  return endPx + ((at - endPx) * (mostPx - 2 * endPx)) / (rowsPx - 2 * endPx);
}

/**
 * Where the rows are after the scroller has moved. A small step (a wheel, an arrow key, a page) moves the rows by as many pixels,
 * also on a squeezed track; a large one (the thumb) goes to the same share of all rows.
 */
export function placeAfter(track: ScrollTrack, before: ScrollPlace, scrollPx: number): ScrollPlace {
  const at = clamp(scrollPx, track.scrollPx);
  const step = at - before.scrollPx;
  const isExact = track.scrollPx === track.rowsPx || at === 0 || at === track.scrollPx;
  if (isExact || Math.abs(step) > track.nearPx) return { scrollPx: at, topPx: topOf(track, at) };
  return { scrollPx: at, topPx: clamp(before.topPx + step, track.rowsPx) };
}

/** Whether small steps have brought rows and scroller so far apart that an end of one could come before that of the other. */
export function isAdrift(track: ScrollTrack, { scrollPx, topPx }: ScrollPlace): boolean {
  const drift = Math.abs(topOf(track, scrollPx) - topPx);
  const toEnd = Math.min(scrollPx, track.scrollPx - scrollPx, topPx, track.rowsPx - topPx);
  return drift > mostDriftPx || (drift > 1 && toEnd < endPx / 2);
}

function clamp(px: number, mostPx: number): number {
  return Math.max(0, Math.min(px, mostPx));
}

/** On paper there is nothing to scroll, and the element goes to its top: before anybody hears of printing. */
export function isOnPaper({ scrollTop, scrollHeight, clientHeight }: Scroller, { scrollPx }: ScrollTrack): boolean {
  return scrollTop === 0 && scrollPx > 0 && scrollHeight <= clientHeight;
}
