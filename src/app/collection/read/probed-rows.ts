/** What a probe of a list has seen: some rows in a row, by the key that the list is ordered by. */
export interface ProbedRows {
  /** Rows that the list has. */
  readonly total: number;
  /** Rows before the first of `keys`. */
  readonly offset: number;
  /** Never falling; empty where the list has no rows any more. */
  readonly keys: readonly number[];
}
