import { useSyncExternalStore } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { RowBlocks } from '../../table/window/row-blocks.ts';

/** How many rows a list has, by the last answer. */
export function useTotal(source: RowBlocks<DatasetListItem>): number {
  return useSyncExternalStore(source.subscribe, () => source.total);
}
