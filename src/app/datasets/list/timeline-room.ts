/** Where there is room for the timeline beside the rows, as a media query. */
export const timelineRoom = '(min-width: 700px) and (min-height: 640px)';

/** What of the window's height goes to all but the rows, at least: no more rows are drawn first than there is room for. */
export function heightBesideRowsPx(hasTimeline: boolean): number {
  return hasTimeline ? 324 : 232;
}
