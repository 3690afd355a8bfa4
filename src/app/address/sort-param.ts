import type { Codec } from '../../contract/codec.ts';
import { sortColumnsOf } from '../../engine/columns/table-description.ts';
import { formatSort, readSort, type SortKey } from '../../engine/order/sort-key.ts';
import { type DatasetSortColumn, datasetFields } from '../datasets/fields.ts';

/** A step of the order of the list. */
export type DatasetSortKey = SortKey<DatasetSortColumn>;

/**
 * The order of the rows in the dashboard's URL: `sort=-itemCount,name`, `-` for descending. Not in `contract`, because it never
 * crosses the network: the API sorts by `createdAt` alone. What can be read of it holds (`readSort` says what cannot).
 */
export const sortParam: Codec<readonly DatasetSortKey[]> = {
  name: 'sort',
  absent: [],
  accepted: `columns with commas between them, each with "-" before it when descending: ${sortColumnsOf(datasetFields).join(', ')}`,
  errorType: 'invalid-parameter',
  parse(raw) {
    const { keys } = readSort(raw, datasetFields);
    return keys.length > 0 ? keys : undefined;
  },
  serialize: formatSort,
};
