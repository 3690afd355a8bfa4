import type { TableDescription } from '../../../engine/columns/table-description.ts';
import type { FetchOptions } from '../fetch/page-fetcher.ts';
import type { Keeping } from '../keep/keeping.ts';
import type { CollectionState } from '../read/collection-state.ts';

/** What a `CollectionHost` works with. */
export interface HostOptions extends Omit<FetchOptions, 'signal' | 'onRetry'> {
  /** What the rows of the list are. */
  readonly table: TableDescription;
  /** Told of every change, a few times a second at most. */
  readonly onState: (state: CollectionState) => void;
  /** Where the list is kept between visits; nothing where it is not. It does not reject. */
  readonly keeping?: Promise<Keeping | undefined> | undefined;
}
