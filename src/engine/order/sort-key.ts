import { type SortColumn, sortColumnsOf, type TableDescription } from '../columns/table-description.ts';

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
export function readSort<Table extends TableDescription>(raw: string, table: Table): ReadSort<SortColumn<Table>> {
  const keys: SortKey<SortColumn<Table>>[] = [];
  const dropped: string[] = [];
  for (const piece of raw.split(',')) {
    const key = parseSortKey(piece, table);
    if (key !== undefined && !keys.some(({ column }) => column === key.column)) keys.push(key);
    else if (piece !== '') dropped.push(piece);
  }
  return { keys, dropped };
}

/** A step of an order as an address writes it, `itemCount` or `-itemCount`; `undefined` for a column that there is not. */
export function parseSortKey<Table extends TableDescription>(
  form: string,
  table: Table,
): SortKey<SortColumn<Table>> | undefined {
  const desc = form.startsWith('-');
  const column = sortColumnsOf(table).find((one) => one === (desc ? form.slice(1) : form));
  return column && { column, desc };
}

/** An order as an address writes it. */
export function formatSort(keys: readonly SortKey[]): string {
  return keys.map(({ column, desc }) => (desc ? `-${column}` : column)).join(',');
}
