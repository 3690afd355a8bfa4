import { type ReactElement, Suspense } from 'react';
import { useSession } from './api/session.ts';
import { CrashNote } from './crash-note.tsx';
import { DatasetsPage } from './datasets/datasets-page.tsx';
import { useEntry } from './location.ts';
import { pageAt } from './paths.ts';
import { later } from './ui/later.ts';

// Only who has lost the way loads it.
const NotFoundPage = later(async () => (await import('./not-found-page.tsx')).NotFoundPage);

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
        <Suspense>
          <NotFoundPage path={page.pathname} />
        </Suspense>
      )}
    </CrashNote>
  );
}
