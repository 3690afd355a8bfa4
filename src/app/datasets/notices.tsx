import type { ReactElement, ReactNode } from 'react';
import type { ListView } from '../../contract/list-params.ts';
import { ageText } from './age-text.ts';
import type { ShownPage } from './list-state.ts';
import { FailureNote, SlowNote, StoppedNote, WaitingNote } from './request-notes.tsx';
import type { Datasets } from './use-datasets.ts';

/** What there is to say beside the rows. It stands below them, so that it never moves them. */
export function Notices(props: {
  view: ListView;
  /** How the page came to show what it shows, and what is not as it should be. */
  notes: readonly (string | undefined)[];
  datasets: Datasets;
  entryKey: string;
}): ReactElement {
  const { view, notes, datasets, entryKey } = props;
  const { request, shown, refresh } = datasets;
  return (
    <div className="notices">
      <div aria-live="polite">
        {notes.map((note) =>
          note ? (
            <p key={note} className="note-line">
              {note}
            </p>
          ) : null,
        )}
        <Progress key={`${entryKey} ${request.name}`} view={view} datasets={datasets} />
      </div>
      {/* An alert speaks for itself: inside the other region it would be read out twice. */}
      {request.name === 'failed' && shown ? (
        <FailureNote layout="bar" view={view} failure={request.failure} onRetry={refresh}>
          {ageOf(shown)}
        </FailureNote>
      ) : null}
    </div>
  );
}

/** What becomes of the request, while that is not as it should be. */
function Progress({ view, datasets }: { view: ListView; datasets: Datasets }): ReactNode {
  const { request, shown, refresh, tryAgain, stop } = datasets;
  switch (request.name) {
    case 'loading':
      return <SlowNote onCancel={stop} onTryAgain={tryAgain} />;
    case 'waiting':
      return <WaitingNote view={view} failure={request.failure} untilMs={request.untilMs} onTryNow={tryAgain} />;
    case 'stopped':
      return (
        shown && (
          <StoppedNote layout="bar" onRetry={refresh}>
            {ageOf(shown)}
          </StoppedNote>
        )
      );
    default:
      return null;
  }
}

/** Whose rows are on screen, and how old they are. */
function ageOf({ source, updatedAtMs }: ShownPage): string {
  if (source === 'before') return 'These rows are still those of the page before.';
  const age = ageText(Date.now() - updatedAtMs);
  return source === 'last-time' ? `These are the rows of last time, ${age}.` : `These rows are from ${age}.`;
}
