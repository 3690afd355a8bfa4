import type { ColumnMeta } from '../table/table-features.ts';
import type { TimeMode } from '../ui/time.tsx';

/** The column whose order is the API's own (CONTRACT: `createdAt`, `desc` reverses it). */
export const createdColumnId = 'created';

/** A column of the list: what is to be known of it beyond what stands in its cells. */
export interface DatasetColumn {
  readonly id: DatasetColumnId;
  readonly meta: ColumnMeta;
}

export type DatasetColumnId =
  | 'name'
  | 'id'
  | 'items'
  | 'clean-items'
  | typeof createdColumnId
  | 'modified'
  | 'accessed'
  | 'owner'
  | 'actor'
  | 'run';

const timeWidths: Readonly<Record<TimeMode, Pick<ColumnMeta, 'widthPx' | 'minWidthPx'>>> = {
  relative: { widthPx: 110, minWidthPx: 102 },
  absolute: { widthPx: 196, minWidthPx: 190 },
};

/** The columns of the list of datasets, in their order. `times` says how points in time are written. */
export function datasetColumnList(times: TimeMode): readonly DatasetColumn[] {
  const time = { ...timeWidths[times], grow: 1, skeletonPercent: 68 };
  const count = { grow: 0.6, align: 'end' } as const;
  return [
    { id: 'name', meta: { label: 'Name', widthPx: 208, minWidthPx: 152, grow: 3 } },
    { id: 'id', meta: { label: 'ID', widthPx: 184, minWidthPx: 180, grow: 0.5, skeletonPercent: 76 } },
    { id: 'items', meta: { label: 'Items', widthPx: 92, minWidthPx: 84, ...count, skeletonPercent: 50 } },
    { id: 'clean-items', meta: { label: 'Clean items', widthPx: 132, minWidthPx: 124, ...count, skeletonPercent: 64 } },
    { id: createdColumnId, meta: { label: 'Created', ...time, sortable: true } },
    { id: 'modified', meta: { label: 'Modified', ...time } },
    { id: 'accessed', meta: { label: 'Accessed', ...time } },
    { id: 'owner', meta: { label: 'Owner', widthPx: 128, minWidthPx: 104, grow: 1.5 } },
    { id: 'actor', meta: { label: 'Actor', widthPx: 148, minWidthPx: 112, grow: 1.5 } },
    { id: 'run', meta: { label: 'Run', widthPx: 108, minWidthPx: 100, grow: 1 } },
  ];
}
