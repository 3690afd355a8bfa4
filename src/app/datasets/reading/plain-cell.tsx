import type { ReactNode } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { formatCompactTime } from '../../ui/format/absolute-time.ts';
import { clockMs } from '../../ui/format/clock.ts';
import { formatRelativeTime, relativeTime } from '../../ui/format/relative-time.ts';
import type { TimeMode } from '../../ui/format/time.tsx';
import type { MarkText } from '../dataset-columns.tsx';
import { shownName } from '../fields.ts';

/** What a column shows of a row that only goes by: what it looks like, without what it can do. */
export type PlainCell = (row: DatasetListItem, columnId: string) => ReactNode;

/** Cells that look like those of `datasetColumns`. `undefined` for a column whose cells do nothing more anyway. */
export function plainCell(options: {
  readonly userId: string | undefined;
  readonly times: TimeMode;
  readonly mark?: MarkText | undefined;
}): PlainCell {
  const { userId, times, mark = (text) => text } = options;
  const time = (iso: string, className: string) => <span className={className}>{timeText(iso, times)}</span>;
  const cut = (text: string | null | undefined, className: string) =>
    text ? (
      <span className={className} dir="auto">
        {mark(text)}
      </span>
    ) : (
      <span className="dim">–</span>
    );
  const cells: Readonly<Record<string, (row: DatasetListItem) => ReactNode>> = {
    name: (row) => (shownName(row) ? cut(shownName(row), 'name') : <span className="unnamed">Unnamed</span>),
    id: ({ id }) => (
      <span className="id">
        <span className="mono">{mark(id)}</span>
      </span>
    ),
    created: ({ createdAt }) => time(createdAt, 'cut when'),
    modified: ({ modifiedAt }) => time(modifiedAt, 'cut when dim'),
    accessed: ({ accessedAt }) => time(accessedAt, 'cut when dim'),
    owner: (row) => (row.userId === userId ? 'You' : cut(row.username || row.userId, 'cut dim')),
    actor: ({ actId }) => cut(actId, 'cut dim'),
    run: ({ actRunId }) => cut(actRunId, 'cut mono'),
  };
  return (row, columnId) => cells[columnId]?.(row);
}

function timeText(iso: string, mode: TimeMode): string {
  const timeMs = Date.parse(iso);
  if (Number.isNaN(timeMs)) return iso;
  return mode === 'relative' ? formatRelativeTime(relativeTime(timeMs, clockMs())) : formatCompactTime(timeMs);
}
