import { createColumnHelper } from '@tanstack/react-table';
import type { ReactElement, ReactNode } from 'react';
import type { DatasetListItem } from '../../contract/dataset.ts';
import type { Features, TableColumns } from '../table/table-features.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatCount } from '../ui/number-format.ts';
import { Time, type TimeMode } from '../ui/time.tsx';
import { Tip } from '../ui/tip.tsx';
import { type DatasetColumnId, datasetColumnList } from './dataset-column-list.ts';

function Name({ dataset: { name, title } }: { dataset: DatasetListItem }): ReactElement {
  const shown = title || name;
  if (!shown) return <span className="unnamed">Unnamed</span>;
  const both = title && name ? `${title}\n${name}` : shown;
  return (
    <Tip
      text={() => both}
      onlyWhenCut={both === shown}
      isTabStop={both !== shown || shown.length > 16}
      className="name"
    >
      <bdi>{shown}</bdi>
    </Tip>
  );
}

function Id({ id }: { id: string }): ReactElement {
  return (
    <span className="id">
      <span className="mono">{id}</span>
      <CopyButton key={id} text={id} label="Copy ID" iconOnly />
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

function Cut({ text, mono = false }: { text: string | null; mono?: boolean }): ReactElement {
  if (text === null || text === '') return <Nothing />;
  return (
    <Tip text={() => text} onlyWhenCut isTabStop={text.length > 12} className={mono ? 'cut mono' : 'cut dim'}>
      {text}
    </Tip>
  );
}

function Owner({ dataset, userId }: { dataset: DatasetListItem; userId: string | undefined }): ReactElement {
  return dataset.userId === userId ? <>You</> : <Cut text={dataset.username || dataset.userId} />;
}

const helper = createColumnHelper<Features, DatasetListItem>();

/**
 * The columns of the list of datasets. `userId` is the caller's own, `undefined` while it is not known; `times` says how points
 * in time are written. Make them once for each pair: the table takes new definitions for other columns.
 */
export function datasetColumns(options: {
  readonly userId: string | undefined;
  readonly times: TimeMode;
}): TableColumns<DatasetListItem> {
  const { userId, times } = options;
  const cells: Readonly<Record<DatasetColumnId, (dataset: DatasetListItem) => ReactNode>> = {
    name: (dataset) => <Name dataset={dataset} />,
    id: ({ id }) => <Id id={id} />,
    items: ({ itemCount }) => formatCount(itemCount),
    'clean-items': (dataset) => <CleanItems dataset={dataset} />,
    created: ({ createdAt }) => <Time iso={createdAt} mode={times} />,
    modified: ({ modifiedAt }) => <Time iso={modifiedAt} mode={times} className="dim" />,
    accessed: ({ accessedAt }) => <Time iso={accessedAt} mode={times} className="dim" />,
    owner: (dataset) => <Owner dataset={dataset} userId={userId} />,
    actor: ({ actId }) => <Cut text={actId} />,
    run: ({ actRunId }) => <Cut text={actRunId} mono />,
  };
  return helper.columns(
    datasetColumnList(times).map(({ id, meta }) =>
      helper.display({ id, meta, enableHiding: id !== 'name', cell: ({ row }) => cells[id](row.original) }),
    ),
  );
}
