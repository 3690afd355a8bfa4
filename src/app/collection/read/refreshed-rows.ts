import type { DatasetListItem } from '../../../contract/dataset.ts';
import { type Collection, rowOf } from '../../../engine/columns/collection.ts';
import { perCollection } from '../../../engine/columns/per-collection.ts';

/** A row that was read again after the collection was, and when, in ms since 1970. */
interface RefreshedRow {
  readonly item: DatasetListItem;
  readonly atMs: number;
}

/** A few screens of the largest page. */
const maxRows = 20_000;

/**
 * Rows of a collection that were read again, by their number. They are beside its columns, so that nothing moves on screen when they
 * come: what is sorted, searched and counted is the rows as they were, until `withRefreshedRows` makes a collection of both.
 */
class RefreshedRows {
  readonly #rows = new Map<number, RefreshedRow>();
  /** Whether there are any that the columns do not have. */
  isAhead = false;

  get(row: number): RefreshedRow | undefined {
    return this.#rows.get(row);
  }

  /** The one that came first goes when there are too many. */
  put(row: number, refreshed: RefreshedRow): void {
    this.#rows.delete(row);
    this.#rows.set(row, refreshed);
    this.isAhead = true;
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= maxRows) break;
      this.#rows.delete(oldest);
    }
  }

  /** Rows and their numbers, in the order of the list. */
  entries(): (readonly [number, RefreshedRow])[] {
    return [...this.#rows].sort(([one], [other]) => one - other);
  }
}

/** What was read again of a collection. */
export const refreshedRowsOf = perCollection(() => new RefreshedRows());

/** A row as it is known now, and since when, if that is later than the collection is. */
export function latestRowOf(
  collection: Collection,
  row: number,
): { readonly item: DatasetListItem; readonly atMs: number | undefined } {
  return refreshedRowsOf(collection).get(row) ?? { item: listRow(collection, row), atMs: undefined };
}

/** A row of the list, of which the description that it was read by says what it is. */
export function listRow(collection: Collection, row: number): DatasetListItem {
  // Lists are those of datasets: a test of `fields.ts` says that they have just these fields.
  return rowOf(collection, row) as unknown as DatasetListItem;
}
