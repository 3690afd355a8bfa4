import type { ReactElement } from 'react';
import { useDocumentTitle } from './document-title.ts';
import { Frame } from './frame.tsx';
import { Link } from './link.tsx';
import { homeView, urlOf } from './paths.ts';
import { ErrorNote } from './ui/error-note.tsx';

/** What an address that means nothing here shows. */
export function NotFoundPage({ path }: { path: string }): ReactElement {
  useDocumentTitle('Page not found');
  return (
    <Frame user={undefined}>
      <ErrorNote
        title="There is no such page"
        icon="search"
        actions={
          <Link className="btn btn-primary" to={urlOf(homeView)}>
            Go to the datasets
          </Link>
        }
      >
        <p>
          Nothing is at <code>{path}</code>.
        </p>
      </ErrorNote>
    </Frame>
  );
}
