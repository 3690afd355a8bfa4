import { headHeightPx, rowHeightPx } from './row-window.ts';
import { type ScrollTrack, scrollOf, topOf } from './scroll-track.ts';

/** A place beside the scrollbar: where the thumb's middle is when a row is the first one in sight. */
export interface ScalePlace {
  /** Below the top of the scroller. */
  readonly yPx: number;
  readonly row: number;
}

/** About the least that browsers make of a thumb. */
const leastThumbPx = 18;
/** Labels stand no closer, in px. */
const apartPx = 56;
/** Half a line of a label, so that all of it is in sight. */
const insetPx = 12;

/** The height of the thumb, as browsers make it. */
function thumbPx({ scrollPx }: ScrollTrack, heightPx: number): number {
  return Math.min(heightPx, Math.max(leastThumbPx, (heightPx * heightPx) / (scrollPx + heightPx)));
}

/** Where the middle of the thumb is, by how far the rows are. `heightPx` is that of the scroller. */
export function thumbMiddle(track: ScrollTrack, options: { topPx: number; heightPx: number }): number {
  const { topPx, heightPx } = options;
  const thumb = thumbPx(track, heightPx);
  const share = track.scrollPx === 0 ? 0 : scrollOf(track, topPx) / track.scrollPx;
  return thumb / 2 + share * (heightPx - thumb);
}

/** How far the scroller is when the middle of the thumb is at a place: turns `thumbMiddle` round. */
export function scrollAt(track: ScrollTrack, options: { yPx: number; heightPx: number }): number {
  const { yPx, heightPx } = options;
  const thumb = thumbPx(track, heightPx);
  const share = heightPx === thumb ? 0 : (yPx - thumb / 2) / (heightPx - thumb);
  return Math.max(0, Math.min(1, share)) * track.scrollPx;
}

/** Evenly set places below the header, to be labelled with what their rows have; none where all rows are in sight. */
export function scalePlaces(track: ScrollTrack, heightPx: number): readonly ScalePlace[] {
  const first = headHeightPx + insetPx;
  const roomPx = heightPx - insetPx - first;
  if (track.scrollPx === 0 || roomPx < apartPx) return [];
  const steps = Math.floor(roomPx / apartPx);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const yPx = first + (step * roomPx) / steps;
    return { yPx, row: Math.round(topOf(track, scrollAt(track, { yPx, heightPx })) / rowHeightPx) };
  });
}
