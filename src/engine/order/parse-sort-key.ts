import { type SortKey, sortColumns } from './sort-key.ts';

/** A step of an order as an address writes it, `itemCount` or `-itemCount`; `undefined` for a column that there is not. */
export function parseSortKey(form: string): SortKey | undefined {
  const desc = form.startsWith('-');
  const column = sortColumns.find((one) => one === (desc ? form.slice(1) : form));
  return column && { column, desc };
}
