/** One step of an order: the rows that are equal in it are ordered by the next one. */
export interface SortKey<Column extends string = string> {
  readonly column: Column;
  readonly desc: boolean;
}

/** An order as an address gives it: what could be read of it, and the pieces that could not. */
interface ReadSort<Column extends string> {
  readonly keys: readonly SortKey<Column>[];
  readonly dropped: readonly string[];
}

/**
 * Reads an order piece by piece, so that one bad column takes no other one with it. Dropped is a column that there is not, and one
 * that has come before; nothing between two commas is nothing.
 */
export function readSort<Column extends string>(raw: string, columns: readonly Column[]): ReadSort<Column> {
  const keys: SortKey<Column>[] = [];
  const dropped: string[] = [];
  for (const piece of raw.split(',')) {
    const key = parseSortKey(piece, columns);
    if (key !== undefined && !keys.some(({ column }) => column === key.column)) keys.push(key);
    else if (piece !== '') dropped.push(piece);
  }
  return { keys, dropped };
}

/** A step of an order as an address writes it, `itemCount` or `-itemCount`; `undefined` for a column that there is not. */
export function parseSortKey<Column extends string>(
  form: string,
  columns: readonly Column[],
): SortKey<Column> | undefined {
  const desc = form.startsWith('-');
  const column = columns.find((one) => one === (desc ? form.slice(1) : form));
  return column && { column, desc };
}

/** An order as an address writes it. */
export function formatSort(keys: readonly SortKey[]): string {
  return keys.map(({ column, desc }) => (desc ? `-${column}` : column)).join(',');
}
