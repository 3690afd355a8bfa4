import type { ListView } from '../../../contract/list-params.ts';

/**
 * Every user has six lists, one for each combination of the API's filters. `unnamed=false` lists the named datasets, empty
 * ones included; `unnamed=true` lists all that are not empty (CONTRACT, first table).
 */
const filters = ['named', 'filled'] as const;
const ownerships = ['all', 'ownedByMe', 'sharedWithMe'] as const;

export type ListFilter = (typeof filters)[number];
type Ownership = ListView['ownership'];

/** How many list numbers a user takes. */
export const listsPerUser = filters.length * ownerships.length;

/** Which of a user's lists it is: 0 to 5. */
export function listKind(filter: ListFilter, ownership: Ownership): number {
  return filters.indexOf(filter) * ownerships.length + ownerships.indexOf(ownership);
}

/** The key of a list in `list_entries` and `list_counts`. */
export function listNumber(userNo: number, filter: ListFilter, ownership: Ownership): number {
  return userNo * listsPerUser + listKind(filter, ownership);
}

/** The list that a request asks for. */
export function listOfView(userNo: number, view: Pick<ListView, 'unnamed' | 'ownership'>): number {
  return listNumber(userNo, view.unnamed ? 'filled' : 'named', view.ownership);
}
