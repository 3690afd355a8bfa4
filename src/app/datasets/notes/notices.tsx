import type { ReactElement } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { Datasets } from '../list/use-datasets.ts';
import { ageText } from './age-text.ts';
import { RequestNote } from './request-note.tsx';

/** What there is to say beside the rows. It stands below them, so that it never moves them. */
export function Notices(props: {
  view: ListView;
  /** How the page came to show what it shows, and what is not as it should be. */
  notes: readonly (string | undefined)[];
  datasets: Datasets;
  entryKey: string;
}): ReactElement {
  const { view, notes, datasets, entryKey } = props;
  const { request, shown } = datasets;
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
        {request.name === 'loading' || request.name === 'waiting' || (request.name === 'stopped' && shown) ? (
          <RequestNote key={`${entryKey} ${request.name}`} layout="bar" view={view} datasets={datasets}>
            {shown && ageOf(shown)}
          </RequestNote>
        ) : null}
      </div>
      {/* An alert speaks for itself: inside the other region it would be read out twice. */}
      {request.name === 'failed' && shown ? (
        <RequestNote layout="bar" view={view} datasets={datasets}>
          {ageOf(shown)}
        </RequestNote>
      ) : null}
    </div>
  );
}

/** Whose rows are on screen, and how old they are. */
function ageOf({ source, updatedAtMs }: ShownPage): string {
  if (source === 'before') return 'These rows are still those of the page before.';
  const age = ageText(Date.now() - updatedAtMs);
  return source === 'last-time' ? `These are the rows of last time, ${age}.` : `These rows are from ${age}.`;
}
