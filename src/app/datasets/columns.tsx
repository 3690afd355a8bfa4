import type { ReactNode } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { shownName } from '../../engine/columns/shown-name.ts';
import type { SortColumn } from '../../engine/order/sort-key.ts';
import type { ColumnMeta, TableColumns } from '../table/model/table-features.ts';
import { formatCount } from '../ui/format/number-format.ts';
import type { TimeMode } from '../ui/format/time.tsx';
import { type CellLook, type CellParts, liveParts } from './cell-parts.tsx';

/** A column of the list of datasets, by the name of the field that it shows. */
export type ColumnId = SortColumn;

/** What the table shows of a field. */
interface DatasetColumn {
  readonly label: string;
  /** In CSS pixels, where there is just room for all: once with times as "4 min ago", once as dates. */
  readonly widthPx: number | Readonly<Record<TimeMode, number>>;
  /** The least that it shrinks to before the table scrolls; left out, it does not shrink. */
  readonly leastPx?: number;
  readonly meta: Omit<ColumnMeta, 'roomyPx'>;
  readonly cell: <Drawn>(dataset: DatasetListItem, parts: CellParts<Drawn>, look: Pick<CellLook, 'userId'>) => Drawn;
}

const time = { relative: 114, absolute: 206 };

/** Every field has its column: without one this does not compile. */
const columns: Readonly<Record<ColumnId, DatasetColumn>> = {
  name: {
    label: 'Name',
    widthPx: 208,
    leastPx: 152,
    meta: { grow: 3 },
    cell: (dataset, parts) => parts.name(shownName(dataset), dataset.name),
  },
  id: {
    label: 'ID',
    widthPx: 188,
    meta: { grow: 0.5, skeletonPercent: 76 },
    cell: ({ id }, parts) => parts.id(id),
  },
  itemCount: {
    label: 'Items',
    widthPx: 92,
    leastPx: 84,
    meta: { grow: 0.6, align: 'end', skeletonPercent: 50 },
    cell: ({ itemCount }, parts) => parts.plain(formatCount(itemCount)),
  },
  cleanItemCount: {
    label: 'Clean items',
    widthPx: 132,
    leastPx: 124,
    meta: { grow: 0.6, align: 'end', skeletonPercent: 64 },
    // The bar shows only where some items are not clean.
    cell: ({ itemCount, cleanItemCount }, parts) =>
      parts.share(formatCount(cleanItemCount), itemCount > cleanItemCount ? cleanItemCount / itemCount : undefined),
  },
  createdAt: {
    label: 'Created',
    widthPx: time,
    meta: { grow: 1, skeletonPercent: 68 },
    cell: ({ createdAt }, parts) => parts.time(createdAt, ''),
  },
  modifiedAt: {
    label: 'Modified',
    widthPx: time,
    meta: { grow: 1, skeletonPercent: 68 },
    cell: ({ modifiedAt }, parts) => parts.time(modifiedAt, 'dim'),
  },
  accessedAt: {
    label: 'Accessed',
    widthPx: time,
    meta: { grow: 1, skeletonPercent: 68 },
    cell: ({ accessedAt }, parts) => parts.time(accessedAt, 'dim'),
  },
  owner: {
    label: 'Owner',
    widthPx: 128,
    leastPx: 104,
    meta: { grow: 1.5 },
    cell: (dataset, parts, { userId }) =>
      dataset.userId === userId ? parts.plain('You') : parts.cut(dataset.username || dataset.userId, 'dim'),
  },
  actId: {
    label: 'Actor',
    widthPx: 148,
    leastPx: 112,
    meta: { grow: 1.5 },
    cell: ({ actId }, parts) => parts.cut(actId, 'dim'),
  },
  actRunId: {
    label: 'Run',
    widthPx: 108,
    leastPx: 100,
    meta: { grow: 1 },
    cell: ({ actRunId }, parts) => parts.cut(actRunId, 'mono'),
  },
};

/** The ids of the columns, in the order that they come in. */
export const columnIds = Object.keys(columns) as readonly ColumnId[];

/** What a column is called. */
export function columnLabel(id: ColumnId): string {
  return columns[id].label;
}

/** What stands in a cell, made of `parts`. */
export function cellOf<Drawn>(
  id: ColumnId,
  dataset: DatasetListItem,
  { parts, userId }: { readonly parts: CellParts<Drawn>; readonly userId: string | undefined },
): Drawn {
  return columns[id].cell(dataset, parts, { userId });
}

/** The columns as the table takes them. Make them once for each look: new definitions are other columns to it. */
export function datasetColumns(look: CellLook): TableColumns<DatasetListItem> {
  const parts: CellParts<ReactNode> = liveParts(look);
  return columnIds.map((id, index) => {
    const { label, widthPx, leastPx, meta, cell } = columns[id];
    const roomyPx = typeof widthPx === 'number' ? widthPx : widthPx[look.times];
    return {
      id,
      header: label,
      // A dataset is known by it: it never goes.
      enableHiding: index > 0,
      size: leastPx ?? roomyPx,
      meta: { ...meta, roomyPx },
      cell: ({ row }) => cell(row.original, parts, look),
    };
  });
}
