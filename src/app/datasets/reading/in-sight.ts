import type { Paging } from '../paging.ts';

/** Where a list is that is read as one scroll: rows count when half of them is in sight, and a page is what is in sight at once. */
export interface InSight extends Pick<Paging, 'total' | 'firstRow' | 'lastRow' | 'previousOffset' | 'nextOffset'> {
  /** What has become of the list meanwhile. */
  readonly note: string | undefined;
}
