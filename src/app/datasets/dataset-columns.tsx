import { createColumnHelper } from '@tanstack/react-table';
import type { ReactElement, ReactNode } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import type { Features, TableColumns } from '../table/model/table-features.ts';
import { CopyButton } from '../ui/controls/copy-button.tsx';
import { Tip } from '../ui/floats/tip.tsx';
import { formatCount } from '../ui/format/number-format.ts';
import { Time, type TimeMode } from '../ui/format/time.tsx';
import { shownName } from './fields.ts';

/** A text, with the parts marked that it was found by. */
export type MarkText = (text: string) => ReactNode;

function Name({ dataset, mark }: { dataset: DatasetListItem; mark: MarkText }): ReactElement {
  const shown = shownName(dataset);
  if (!shown) return <span className="unnamed">Unnamed</span>;
  const { name } = dataset;
  const both = name && name !== shown ? `${shown}\n${name}` : shown;
  return (
    <Tip
      text={() => both}
      onlyWhenCut={both === shown}
      isTabStop={both !== shown || shown.length > 16}
      className="name"
      dir="auto"
    >
      {mark(shown)}
    </Tip>
  );
}

function Id({ id, mark }: { id: string; mark: MarkText }): ReactElement {
  return (
    <span className="id">
      <span className="mono">{mark(id)}</span>
      <CopyButton text={id} label="Copy ID" iconOnly />
    </span>
  );
}

/** The bar shows only where some items are not clean; its place is kept, so that the numbers stay in line. */
function CleanItems({ dataset: { itemCount, cleanItemCount } }: { dataset: DatasetListItem }): ReactElement {
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

/** `–` for what there is not. */
function Nothing(): ReactElement {
  return <span className="dim">–</span>;
}

function Cut(props: { text: string | null; mark: MarkText; mono?: boolean }): ReactElement {
  const { text, mark, mono = false } = props;
  if (text === null || text === '') return <Nothing />;
  return (
    <Tip
      text={() => text}
      onlyWhenCut
      isTabStop={text.length > 12}
      className={mono ? 'cut mono' : 'cut dim'}
      dir={mono ? 'ltr' : 'auto'}
    >
      {mark(text)}
    </Tip>
  );
}

function Owner(props: { dataset: DatasetListItem; userId: string | undefined; mark: MarkText }): ReactElement {
  const { dataset, userId, mark } = props;
  return dataset.userId === userId ? <>You</> : <Cut text={dataset.username || dataset.userId} mark={mark} />;
}

const helper = createColumnHelper<Features, DatasetListItem>();

/**
 * The columns of the list of datasets. `userId` is the caller's own, `undefined` while it is not known; `times` says how points
 * in time are written, `mark` what a text was found by. Make them once for each choice: the table takes new definitions for other columns.
 */
export function datasetColumns(options: {
  readonly userId: string | undefined;
  readonly times: TimeMode;
  readonly mark?: MarkText | undefined;
}): TableColumns<DatasetListItem> {
  const { userId, times, mark = (text) => text } = options;
  const timeWidths = times === 'relative' ? { widthPx: 114, minWidthPx: 114 } : { widthPx: 206, minWidthPx: 206 };
  return helper.columns([
    helper.display({
      id: 'name',
      cell: ({ row }) => <Name dataset={row.original} mark={mark} />,
      meta: { label: 'Name', widthPx: 208, minWidthPx: 152, grow: 3 },
    }),
    helper.display({
      id: 'id',
      cell: ({ row }) => <Id id={row.original.id} mark={mark} />,
      meta: { label: 'ID', widthPx: 188, minWidthPx: 188, grow: 0.5, skeletonPercent: 76 },
    }),
    helper.display({
      id: 'items',
      cell: ({ row }) => formatCount(row.original.itemCount),
      meta: { label: 'Items', widthPx: 92, minWidthPx: 84, grow: 0.6, align: 'end', skeletonPercent: 50 },
    }),
    helper.display({
      id: 'clean-items',
      cell: ({ row }) => <CleanItems dataset={row.original} />,
      meta: { label: 'Clean items', widthPx: 132, minWidthPx: 124, grow: 0.6, align: 'end', skeletonPercent: 64 },
    }),
    helper.display({
      id: 'created',
      cell: ({ row }) => <Time iso={row.original.createdAt} mode={times} className="when" />,
      meta: { label: 'Created', ...timeWidths, grow: 1, skeletonPercent: 68 },
    }),
    helper.display({
      id: 'modified',
      cell: ({ row }) => <Time iso={row.original.modifiedAt} mode={times} className="when dim" />,
      meta: { label: 'Modified', ...timeWidths, grow: 1, skeletonPercent: 68 },
    }),
    helper.display({
      id: 'accessed',
      cell: ({ row }) => <Time iso={row.original.accessedAt} mode={times} className="when dim" />,
      meta: { label: 'Accessed', ...timeWidths, grow: 1, skeletonPercent: 68 },
    }),
    helper.display({
      id: 'owner',
      cell: ({ row }) => <Owner dataset={row.original} userId={userId} mark={mark} />,
      meta: { label: 'Owner', widthPx: 128, minWidthPx: 104, grow: 1.5 },
    }),
    helper.display({
      id: 'actor',
      cell: ({ row }) => <Cut text={row.original.actId} mark={mark} />,
      meta: { label: 'Actor', widthPx: 148, minWidthPx: 112, grow: 1.5 },
    }),
    helper.display({
      id: 'run',
      cell: ({ row }) => <Cut text={row.original.actRunId} mark={mark} mono />,
      meta: { label: 'Run', widthPx: 108, minWidthPx: 100, grow: 1 },
    }),
  ]);
}
