import type { RowRange } from './row-window.ts';

/** Rows that come by and by; `RowBlocks` are such. */
export interface RowSource {
  readonly holdMs: number;
  readonly isThere: (range: RowRange) => boolean;
  /** `isPassing`: the reader is on the way to another place, so nothing around it is needed. */
  readonly want: (range: RowRange, options?: { readonly isPassing: boolean }) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Rows by their index: all of them at hand, as those of a page are, or such as come by and by. */
export type IndexedRows<Row> = {
  readonly rowAt: (index: number) => Row | undefined;
  /** Why a row could not be had, and the rows that could not for the same reason. */
  readonly failureAt?: (index: number) => (RowRange & { readonly failure: unknown }) | undefined;
} & (RowSource | { readonly subscribe?: undefined });

/** Where scrolling has come to rest. */
export interface ScrollRest {
  /** The first row in sight, fractions included. */
  readonly topRow: number;
  /** How many rows there is room for, fractions included. */
  readonly rowsThatFit: number;
}
