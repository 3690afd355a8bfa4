import type { ReactElement, ReactNode } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import type { TableColumns } from '../table/model/table-features.ts';
import { Icon } from '../ui/controls/icon.tsx';
import { formatCompactTime } from '../ui/format/absolute-time.ts';
import { clockMs } from '../ui/format/clock.ts';
import { formatCount } from '../ui/format/number-format.ts';
import { formatRelativeTime, relativeTime, relativeTimeLocale } from '../ui/format/relative-time.ts';
import { type DatasetSortColumn, shownName } from './fields.ts';

/** A column of the list of datasets, by the name of the field that it shows. */
export type ColumnId = DatasetSortColumn;

/** A text, with the parts marked that it was found by. */
export type MarkText = (text: string) => ReactNode;

/** How points in time are written. */
export type TimeMode = 'relative' | 'absolute';

/** How the reader wants cells to be written. */
export interface CellLook {
  /** The caller's own, `undefined` while it is not known. */
  readonly userId: string | undefined;
  readonly times: TimeMode;
  readonly mark?: MarkText | undefined;
}

/** What the table shows of a field. */
interface DatasetColumn {
  readonly label: string;
  /** In CSS pixels, where there is just room for all: once with times as "4 min ago", once as dates. */
  readonly widthPx: number | Readonly<Record<TimeMode, number>>;
  /** The least that it shrinks to before the table scrolls; left out, it does not shrink. */
  readonly leastPx?: number;
  readonly grow: number;
  readonly align?: 'start' | 'end';
  readonly skeletonPercent?: number;
  /**
   * What stands in it: called, and not made a component, and without a hook. A table has hundreds of cells, and what is behind them (tips,
   * copying, the clock) is heard of once for all of them. What has a `tabIndex` is a stop of the keyboard while its row is the current one.
   */
  readonly cell: (dataset: DatasetListItem, look: CellLook) => ReactNode;
}

const timeWidths = { relative: 114, absolute: 206 };

/** Every field has its column: without one this does not compile. */
const columns: Readonly<Record<ColumnId, DatasetColumn>> = {
  name: { label: 'Name', widthPx: 208, leastPx: 152, grow: 3, cell: name },
  id: {
    label: 'ID',
    widthPx: 188,
    grow: 0.5,
    skeletonPercent: 76,
    cell: ({ id }, { mark = String }) => (
      <span className="id" translate="no">
        <span className="mono">{mark(id)}</span>
        <button type="button" className="copy copy-icon" aria-label="Copy ID" tabIndex={-1} data-copy={id}>
          {copyIcon}
        </button>
      </span>
    ),
  },
  itemCount: {
    label: 'Items',
    widthPx: 92,
    leastPx: 84,
    grow: 0.6,
    align: 'end',
    skeletonPercent: 50,
    cell: ({ itemCount }) => formatCount(itemCount),
  },
  cleanItemCount: {
    label: 'Clean items',
    widthPx: 132,
    leastPx: 124,
    grow: 0.6,
    align: 'end',
    skeletonPercent: 64,
    cell: cleanItems,
  },
  createdAt: {
    label: 'Created',
    widthPx: timeWidths,
    grow: 1,
    skeletonPercent: 68,
    cell: ({ createdAt }, look) => time(createdAt, look, 'cut when'),
  },
  modifiedAt: {
    label: 'Modified',
    widthPx: timeWidths,
    grow: 1,
    skeletonPercent: 68,
    cell: ({ modifiedAt }, look) => time(modifiedAt, look, 'cut when dim'),
  },
  accessedAt: {
    label: 'Accessed',
    widthPx: timeWidths,
    grow: 1,
    skeletonPercent: 68,
    cell: ({ accessedAt }, look) => time(accessedAt, look, 'cut when dim'),
  },
  owner: {
    label: 'Owner',
    widthPx: 128,
    leastPx: 104,
    grow: 1.5,
    cell: ({ userId, username }, look) =>
      userId === look.userId ? 'You' : cut(username || userId, look, { className: 'cut dim', dir: 'auto' }),
  },
  actId: {
    label: 'Actor',
    widthPx: 148,
    leastPx: 112,
    grow: 1.5,
    cell: ({ actId }, look) => cut(actId, look, { className: 'cut dim', dir: 'auto' }),
  },
  actRunId: {
    label: 'Run',
    widthPx: 108,
    leastPx: 100,
    grow: 1,
    cell: ({ actRunId }, look) => cut(actRunId, look, { className: 'cut mono', dir: 'ltr' }),
  },
};

const copyIcon = <Icon name="copy" sizePx={14} />;
/** What there is not. */
const nothing = <span className="dim">–</span>;
const unnamed = <span className="unnamed">Unnamed</span>;

function name(dataset: DatasetListItem, { mark = String }: CellLook): ReactElement {
  const shown = shownName(dataset);
  if (!shown) return unnamed;
  // Beside a title the name that the API knows it by.
  const both = dataset.name && dataset.name !== shown ? `${shown}\n${dataset.name}` : undefined;
  const isTabStop = both !== undefined || shown.length > 16;
  return (
    <span className="tip-anchor name" translate="no" dir="auto" data-tip={both} tabIndex={isTabStop ? -1 : undefined}>
      {mark(shown)}
    </span>
  );
}

/** A text that may not fit. */
function cut(
  text: string | null | undefined,
  { mark = String }: CellLook,
  attributes: { readonly className: string; readonly dir: 'auto' | 'ltr' },
): ReactElement {
  if (!text) return nothing;
  return (
    <span
      className={`tip-anchor ${attributes.className}`}
      translate="no"
      dir={attributes.dir}
      tabIndex={text.length > 12 ? -1 : undefined}
    >
      {mark(text)}
    </span>
  );
}

/** The bar shows only where some items are not clean; its place is kept, so that the numbers stay in line. */
function cleanItems({ itemCount, cleanItemCount }: DatasetListItem): ReactElement {
  const share = itemCount > cleanItemCount ? cleanItemCount / itemCount : undefined;
  return (
    <>
      {formatCount(cleanItemCount)}
      <span className="ratio">
        {share === undefined ? null : <span style={{ inlineSize: `${Math.max(3, Math.floor(share * 100))}%` }} />}
      </span>
    </>
  );
}

/** A point in time, in ISO 8601; what is no date is shown as it is. */
function time(iso: string, { times }: CellLook, className: string): ReactElement {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return <span>{iso}</span>;
  return (
    <span className={`tip-anchor ${className}`} tabIndex={-1}>
      <time dateTime={iso} dir="auto" lang={relativeTimeLocale()}>
        {times === 'relative' ? wordsNow(timeMs) : formatCompactTime(timeMs)}
      </time>
    </span>
  );
}

function wordsNow(timeMs: number): string {
  return formatRelativeTime(relativeTime(timeMs, clockMs()));
}

/** Another text when words in a row are others with the time that passes. */
export function passingWords({ createdAt, modifiedAt, accessedAt }: DatasetListItem): string {
  const times = [createdAt, modifiedAt, accessedAt].map((iso) => relativeTime(Date.parse(iso), clockMs()));
  return times.map(({ count, unit }) => count + unit).join();
}

/** The ids of the columns, in the order that they come in. */
export const columnIds = Object.keys(columns) as readonly ColumnId[];

/** The columns as the table takes them. Make them once for each look: new definitions are other columns to it. */
export function datasetColumns(look: CellLook): TableColumns<DatasetListItem> {
  return columnIds.map((id, index) => {
    const { label, widthPx, leastPx, cell, ...meta } = columns[id];
    const roomyPx = typeof widthPx === 'number' ? widthPx : widthPx[look.times];
    return {
      id,
      header: label,
      // A dataset is known by it: it never goes.
      enableHiding: index > 0,
      size: leastPx ?? roomyPx,
      meta: { ...meta, roomyPx },
      cell: ({ row }) => cell(row.original, look),
    };
  });
}
