import type { ReactElement, ReactNode } from 'react';
import type { List } from '../list/use-list.ts';
import { Freshness } from '../notes/freshness.tsx';
import type { StatusText } from '../notes/status-text.ts';

/** The heading, and beside it the sentence that says what is on screen. */
export function ListHead(props: {
  /** `undefined` where there is nothing to count: no answer yet, or one of a part of the list that has no row. */
  status: StatusText | undefined;
  datasets: List;
  /** What can be done about that. */
  children: ReactNode;
  onShowNew: () => void;
}): ReactElement {
  const { status, datasets, onShowNew } = props;
  const { shown, request, listTotal, scope } = datasets;
  const isOnItsWay = request.name !== 'failed' && request.name !== 'stopped';
  return (
    <div className="list-head">
      <h1>Datasets</h1>
      {/* The one status line of the page: it stays in the document and changes in place, so that a change is read out. */}
      <p role="status" className="status">
        {status ? (
          <Counted status={status} />
        ) : shown ? (
          'Nothing found so far, '
        ) : isOnItsWay ? (
          'Loading…'
        ) : (
          'Not loaded'
        )}
        {shown ? <span className={scope.isAll ? 'chip' : 'chip chip-part'}>{scope.text}</span> : null}
      </p>
      {props.children}
      <span className="grow" />
      {shown && shown.source !== 'before' && listTotal !== undefined ? (
        <Freshness shown={shown} total={listTotal} isRefreshing={request.name === 'loading'} onShowNew={onShowNew} />
      ) : null}
    </div>
  );
}

/** Seen as a range of rows, heard as a page. */
function Counted({ status }: { status: StatusText }): ReactElement {
  return (
    <>
      <span aria-hidden="true" className="status-text">
        <b translate="no">{status.range}</b> of <b translate="no">{status.total}</b> {status.noun}
        <span className="status-order">, {status.order}</span>
      </span>{' '}
      <span className="sr-only">{status.spoken}, </span>
    </>
  );
}
