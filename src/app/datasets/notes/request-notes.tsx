import '../../ui/controls/later-controls.css';
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import type { ListView } from '../../../contract/list-params.ts';
import type { RequestFailure } from '../../api/request-failure.ts';
import { useElapsed } from '../../browser/use-elapsed.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ErrorNote } from '../../ui/floats/error-note.tsx';
import { clockMs, subscribeClock } from '../../ui/format/clock.ts';
import type { Datasets } from '../list/use-datasets.ts';
import { failureDetails, failureWords } from './failure-words.ts';

export interface RequestNoteProps {
  /** `page`: in the place of the rows · `bar`: beside rows that are there nevertheless. */
  readonly layout: 'page' | 'bar';
  readonly view: ListView;
  readonly datasets: Datasets;
  /** What is on screen nevertheless. */
  readonly children?: ReactNode;
}

/** What the words of the note have to know beside that. */
export interface LoadedNoteProps extends RequestNoteProps {
  /** When the note was first wanted, by `performance.now()`: its words come later. */
  readonly sinceMs: number;
}

type Layout = LoadedNoteProps['layout'];

/** What becomes of the request, while that is not as it should be. */
export function RequestNotes({ layout, view, datasets, sinceMs, children }: LoadedNoteProps): ReactElement | null {
  const { request, refresh, tryAgain, stop } = datasets;
  switch (request.name) {
    case 'loading':
      return <SlowNote sinceMs={sinceMs} onCancel={stop} onTryAgain={tryAgain} />;
    case 'waiting':
      return <WaitingNote view={view} failure={request.failure} untilMs={request.untilMs} onTryNow={tryAgain} />;
    case 'stopped':
      return (
        <StoppedNote layout={layout} onRetry={refresh}>
          {children}
        </StoppedNote>
      );
    case 'failed':
      return (
        <FailureNote layout={layout} view={view} failure={request.failure} onRetry={refresh}>
          {children}
        </FailureNote>
      );
    default:
      return null;
  }
}

/** What went wrong, in plain words, what the server said to copy, and a button to try again. */
function FailureNote(props: {
  layout: Layout;
  view: ListView;
  failure: RequestFailure;
  onRetry: () => void;
  /** What is on screen nevertheless. */
  children?: ReactNode;
}): ReactElement {
  const { layout, view, failure, onRetry, children } = props;
  const { title, text } = failureWords(failure, navigator.onLine);
  return (
    <div role="alert">
      <ErrorNote
        layout={layout}
        title={title}
        icon={failure.kind === 'unreachable' ? 'offline' : 'warning'}
        details={failureDetails(failure, datasetsPath(view))}
        actions={
          <Button variant={layout === 'page' ? 'primary' : 'default'} onClick={onRetry}>
            Retry
          </Button>
        }
      >
        {children ?? text}
      </ErrorNote>
    </div>
  );
}

/** The request was given up by the reader. */
function StoppedNote(props: { layout: Layout; onRetry: () => void; children?: ReactNode }): ReactElement {
  return (
    <ErrorNote
      layout={props.layout}
      title="Loading was cancelled"
      actions={<Button onClick={props.onRetry}>Retry</Button>}
    >
      {props.children}
    </ErrorNote>
  );
}

/** The server asked for a pause: how long it still is. The request is then sent again by itself. */
function WaitingNote(props: {
  view: ListView;
  failure: RequestFailure;
  untilMs: number;
  onTryNow: () => void;
}): ReactElement {
  const { view, failure, untilMs, onTryNow } = props;
  const { title, text } = failureWords(failure, navigator.onLine);
  return (
    <ErrorNote
      layout="bar"
      title={title}
      icon="warning"
      details={failureDetails(failure, datasetsPath(view))}
      actions={<Button onClick={onTryNow}>Try now</Button>}
    >
      {text} <Countdown sinceMs={failure.failedAtMs} untilMs={untilMs} />
    </ErrorNote>
  );
}

/** Said once; the seconds that pass are only seen. */
function Countdown(wait: { sinceMs: number; untilMs: number }): ReactElement {
  const seconds = useSyncExternalStore(subscribeClock, () => secondsLeft({ ...wait, nowMs: clockMs() }));
  return (
    <>
      <span className="sr-only">This page tries again by itself.</span>
      <span aria-hidden="true">{seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again now.'}</span>
    </>
  );
}

/** When an answer counts as late. */
const slowMs = 10_000;

/** Comes on screen when the answer is late: what can be done about it. */
function SlowNote(props: { sinceMs: number; onCancel: () => void; onTryAgain: () => void }): ReactElement | null {
  if (!useElapsed(slowMs, props.sinceMs)) return null;
  return (
    <ErrorNote
      layout="bar"
      title="Still waiting for the server"
      actions={
        <>
          <Button onClick={props.onTryAgain}>Retry</Button>
          <Button onClick={props.onCancel}>Cancel</Button>
        </>
      }
    >
      The datasets have been on their way for more than 10 s.
    </ErrorNote>
  );
}

/**
 * The whole seconds until `untilMs`, none when that is past. `nowMs` is the last tick of a clock, which may be of before the wait
 * began (`sinceMs`): no more seconds are left than were to be waited. All in ms since 1970.
 */
export function secondsLeft(wait: {
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly nowMs: number;
}): number {
  const { sinceMs, untilMs, nowMs } = wait;
  return Math.max(0, Math.ceil((untilMs - Math.max(sinceMs, nowMs)) / 1000));
}
