import { type ReactElement, Suspense, useState } from 'react';
import { later } from '../../browser/later.ts';
import { PlainNote } from '../../ui/floats/plain-note.tsx';
import type { LoadedNoteProps, RequestNoteProps } from './request-notes.tsx';

// Loaded once the page works (soon-needed.ts). Where it cannot be had any more, neither can the rows: the server is gone.
const LoadedNote = later(async () => (await import('./request-notes.tsx')).RequestNotes, GoneNote);

/** What becomes of the request, while that is not as it should be. */
export function RequestNote(props: RequestNoteProps): ReactElement {
  const [sinceMs] = useState(() => performance.now());
  return (
    <Suspense>
      <LoadedNote {...props} sinceMs={sinceMs} />
    </Suspense>
  );
}

function GoneNote({ datasets: { request, refresh } }: LoadedNoteProps): ReactElement | null {
  return request.name === 'failed' ? (
    <PlainNote
      text={navigator.onLine ? 'The server cannot be reached' : 'You are offline'}
      action="Retry"
      onAct={refresh}
    />
  ) : null;
}
