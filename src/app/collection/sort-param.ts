import type { Codec } from '../../contract/codec.ts';
import { type SortKey, sortColumns } from './sort-key.ts';

/**
 * The order of the rows in the dashboard's URL: `sort=-itemCount,name`, `-` for descending. Not in `contract`, because it never
 * crosses the network: the API sorts by `createdAt` alone. Strict: an unknown column or one named twice is no order at all.
 */
export const sortParam: Codec<readonly SortKey[]> = {
  name: 'sort',
  absent: [],
  accepted: `columns with commas between them, each with "-" before it when descending: ${sortColumns.join(', ')}`,
  errorType: 'invalid-parameter',
  parse(raw) {
    const keys = raw.split(',').map(parseKey);
    const known = keys.filter((key) => key !== undefined);
    const columns = new Set(known.map(({ column }) => column));
    return columns.size === keys.length ? known : undefined;
  },
  serialize: (keys) => keys.map(({ column, desc }) => (desc ? `-${column}` : column)).join(','),
};

function parseKey(form: string): SortKey | undefined {
  const desc = form.startsWith('-');
  const column = sortColumns.find((one) => one === (desc ? form.slice(1) : form));
  return column && { column, desc };
}
