import type { ReactElement } from 'react';
import { Freshness } from './freshness.tsx';
import type { StatusText } from './status-text.ts';
import type { Datasets } from './use-datasets.ts';

/** The heading, and beside it the sentence that says what is on screen. */
export function ListHead(props: {
  status: StatusText | undefined;
  datasets: Datasets;
  onShowNew: () => void;
}): ReactElement {
  const { status, datasets, onShowNew } = props;
  const { shown, request } = datasets;
  const isOnItsWay = request.name !== 'failed' && request.name !== 'stopped';
  return (
    <div className="list-head">
      <h1>Datasets</h1>
      {/* The one status line of the page: it stays in the document and changes in place, so that a change is read out. */}
      <p role="status" className="status">
        {status ? <Counted status={status} /> : isOnItsWay ? 'Loading…' : 'Not loaded'}
      </p>
      <span className="grow" />
      {shown && shown.source !== 'before' ? (
        <Freshness shown={shown} isRefreshing={request.name === 'loading'} onShowNew={onShowNew} />
      ) : null}
    </div>
  );
}

/** Seen as a range of rows, heard as a page. */
function Counted({ status }: { status: StatusText }): ReactElement {
  return (
    <>
      <span aria-hidden="true">
        <b>{status.range}</b> of <b>{status.total}</b> datasets, {status.order}
      </span>{' '}
      <span className="sr-only">{status.spoken}</span>
    </>
  );
}
