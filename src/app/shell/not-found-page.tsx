import type { ReactElement } from 'react';
import { Link } from '../address/link.tsx';
import { homeView, urlOf } from '../address/paths.ts';
import { Icon } from '../ui/controls/icon.tsx';
import { useDocumentTitle } from './document-title.ts';
import { Frame } from './frame.tsx';

/** What an address that means nothing here shows. */
export function NotFoundPage({ path }: { path: string }): ReactElement {
  useDocumentTitle('Page not found');
  return (
    <Frame user={undefined}>
      <section className="note note-page">
        <Icon name="search" sizePx={20} />
        <h1>There is no such page</h1>
        <p className="note-text">
          Nothing is at <code translate="no">{path}</code>.
        </p>
        <p className="note-actions">
          <Link className="btn btn-primary" to={urlOf(homeView)}>
            Go to the datasets
          </Link>
        </p>
      </section>
    </Frame>
  );
}
