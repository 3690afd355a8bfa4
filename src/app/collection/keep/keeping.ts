import type { CollectionKeeper } from './kept-collection.ts';
import type { LoadShare } from './share-load.ts';

/** How a list is kept on this device, and its load shared with other tabs. */
export interface Keeping {
  readonly keeper: CollectionKeeper;
  readonly share: LoadShare;
}
