import { type ListView, listParams } from '../../contract/list-params.ts';
import type { ParamValues } from '../../contract/params.ts';
import { queryParam } from './query-param.ts';
import { sortParam } from './sort-param.ts';

/** The parameters of the list page's address: the API's own, and what is asked of the whole collection. */
export const viewParams = { ...listParams, sort: sortParam, q: queryParam } as const;

/** All that the list page shows follows from this. */
export type View = ParamValues<typeof viewParams>;

/** Whether the answer needs the whole collection: the API can neither search nor sort by anything but `createdAt`. */
export function isAsked({ sort, q }: Pick<View, 'sort' | 'q'>): boolean {
  return sort.length > 0 || isSearched({ q });
}

/** Whether something is searched for. */
export function isSearched({ q }: Pick<View, 'q'>): boolean {
  return q.trim() !== '';
}

/**
 * The page of the API's list that a view needs: the one that it shows, or where the whole collection is asked, the first one, which
 * says how large the list is.
 */
export function listViewOf(view: View): ListView {
  const { sort, q, offset, ...page } = view;
  return { ...page, offset: isAsked({ sort, q }) ? 0 : offset };
}
