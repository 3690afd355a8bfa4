import { type ReactElement, Suspense } from 'react';
import { useEntry } from './address/location.ts';
import { pageAt } from './address/paths.ts';
import { useSession } from './api/session.ts';
import { later } from './browser/later.ts';
import { DatasetsPage } from './datasets/page/datasets-page.tsx';
import { CrashNote } from './shell/crash-note.tsx';

// Only who has lost the way loads it.
const NotFoundPage = later(async () => (await import('./shell/not-found-page.tsx')).NotFoundPage);

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
