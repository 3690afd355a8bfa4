/** The columns that rows can be sorted by, named as the API names its fields. */
export const sortColumns = [
  'name',
  'id',
  'itemCount',
  'cleanItemCount',
  'createdAt',
  'modifiedAt',
  'accessedAt',
  'owner',
  'actId',
  'actRunId',
] as const;

export type SortColumn = (typeof sortColumns)[number];

/** One step of an order: the rows that are equal in it are ordered by the next one. */
export interface SortKey {
  readonly column: SortColumn;
  readonly desc: boolean;
}
