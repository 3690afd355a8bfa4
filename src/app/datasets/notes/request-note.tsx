import { type ReactElement, type ReactNode, Suspense, useState } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import { later } from '../../browser/later.ts';
import { PlainNote } from '../../ui/floats/plain-note.tsx';
import type { Datasets } from '../list/use-datasets.ts';

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
