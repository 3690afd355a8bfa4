import type { DatasetListItem } from '../../../contract/dataset.ts';

/** The dataset of a number in an endless list: each was created a second after the one before, and has as many items as its number. */
export function datasetRow(number: number): DatasetListItem {
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return {
    id: `id${String(number).padStart(15, '0')}`,
    name: `set-${number}`,
    userId: 'grace',
    createdAt: at,
    modifiedAt: at,
    accessedAt: at,
    itemCount: number,
    cleanItemCount: number,
    actId: null,
    actRunId: null,
  };
}
