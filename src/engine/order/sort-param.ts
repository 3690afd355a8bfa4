import type { Codec } from '../../contract/codec.ts';
import { parseSortKey } from './parse-sort-key.ts';
import { type SortKey, sortColumns } from './sort-key.ts';

/** An order as an address gives it: what could be read of it, and the pieces that could not. */
interface ReadSort {
  readonly keys: readonly SortKey[];
  readonly dropped: readonly string[];
}

/**
 * Reads an order piece by piece, so that one bad column takes no other one with it. Dropped is a column that there is not, and one
 * that has come before; nothing between two commas is nothing.
 */
export function readSort(raw: string): ReadSort {
  const keys: SortKey[] = [];
  const dropped: string[] = [];
  for (const piece of raw.split(',')) {
    const key = parseSortKey(piece);
    if (key !== undefined && !keys.some(({ column }) => column === key.column)) keys.push(key);
    else if (piece !== '') dropped.push(piece);
  }
  return { keys, dropped };
}

/**
 * The order of the rows in the dashboard's URL: `sort=-itemCount,name`, `-` for descending. Not in `contract`, because it never
 * crosses the network: the API sorts by `createdAt` alone. What can be read of it holds (`readSort` says what cannot).
 */
export const sortParam: Codec<readonly SortKey[]> = {
  name: 'sort',
  absent: [],
  accepted: `columns with commas between them, each with "-" before it when descending: ${sortColumns.join(', ')}`,
  errorType: 'invalid-parameter',
  parse(raw) {
    const { keys } = readSort(raw);
    return keys.length > 0 ? keys : undefined;
  },
  serialize: (keys) => keys.map(({ column, desc }) => (desc ? `-${column}` : column)).join(','),
};
