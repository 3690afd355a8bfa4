/** One of the lists that a reader can ask for. */
export interface ListQuery {
  /** What it is called in the report. */
  readonly label: string;
  /** Its parameters, without `limit` and `offset`. */
  readonly query: string;
}

/** What is measured in depth: `unnamed` off and on, and each owner filter. */
export const listQueries: readonly ListQuery[] = [
  { label: 'all', query: '' },
  { label: 'unnamed=1', query: 'unnamed=1' },
  { label: 'ownership=ownedByMe', query: 'ownership=ownedByMe' },
  { label: 'ownership=sharedWithMe', query: 'ownership=sharedWithMe' },
];

/** Where in a list a page is. */
export type Place = 'first' | 'middle' | 'last';

/**
 * The offsets of a full first, middle and last page of a list, so that all have the same number of rows. A list that fits on
 * one page has the first only.
 */
export function pageOffsets(total: number, limit: number): { readonly place: Place; readonly offset: number }[] {
  const last = total - limit;
  if (last <= 0) return [{ place: 'first', offset: 0 }];
  return [
    { place: 'first', offset: 0 },
    { place: 'middle', offset: Math.floor(last / 2) },
    { place: 'last', offset: last },
  ];
}
