import type { ReactElement } from 'react';
import { useSession } from './api/session.ts';
import { CrashNote } from './crash-note.tsx';
import { DatasetsPage } from './datasets/datasets-page.tsx';
import { useEntry } from './location.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { pageAt } from './paths.ts';

/** The page that the address asks for, anew for each session: nothing that one user was shown is left for the next. */
export function App(): ReactElement {
  const { id } = useSession();
  const entry = useEntry();
  const page = pageAt(entry);
  return (
    <CrashNote key={id}>
      {page.name === 'datasets' ? (
        <DatasetsPage view={page.view} entry={entry} />
      ) : (
        <NotFoundPage path={page.pathname} />
      )}
    </CrashNote>
  );
}
