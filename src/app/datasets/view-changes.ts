import type { ListView } from '../../contract/list-params.ts';

/** The same list from another row on. */
export function withOffset(view: ListView, offset: number): ListView {
  return { ...view, offset };
}

/** Another list or another order: from its first row on. */
export function withList(view: ListView, change: Partial<Pick<ListView, 'ownership' | 'unnamed' | 'desc'>>): ListView {
  return { ...view, ...change, offset: 0 };
}

/** Where a reader ends up who asks for pages of another size. */
export interface Resized {
  readonly view: ListView;
  /** Rows from the top of the new page to the row that was the first in sight. */
  readonly topRow: number;
}

/**
 * Pages of another size, the first row in sight kept in sight. `firstRow` counts from the top of the list; `maxRows` is the most
 * that the server has been seen to give, when that is known.
 */
export function withLimit(
  view: ListView,
  options: { readonly limit: number; readonly firstRow: number; readonly maxRows: number | undefined },
): Resized {
  const { limit, firstRow, maxRows = limit } = options;
  const pageSize = Math.max(1, Math.min(limit, maxRows));
  const offset = Math.floor(firstRow / pageSize) * pageSize;
  return { view: { ...view, limit, offset }, topRow: firstRow - offset };
}

/** Whether datasets that the caller may see can be missing from the list because of how it was asked for. */
export function isFiltered(view: ListView): boolean {
  return view.ownership !== 'all' || view.unnamed;
}

/**
 * The view without what narrows it. `unnamed` goes only when nothing else can: it widens the list, but leaves the empty datasets
 * out (CONTRACT, `unnamed`).
 */
export function withoutFilters(view: ListView): ListView {
  return withList(view, view.ownership === 'all' ? { unnamed: false } : { ownership: 'all' });
}
