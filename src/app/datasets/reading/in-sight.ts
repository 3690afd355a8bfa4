import type { Paging } from '../list/paging.ts';

/** Where a list is that is read as one scroll: pages of one row each, the first in sight, with what is in sight between its neighbours. */
export interface InSight extends Paging {
  /** What has become of the list meanwhile. */
  readonly note: string | undefined;
}
