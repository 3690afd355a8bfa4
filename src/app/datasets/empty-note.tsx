import type { ReactElement } from 'react';
import { apiBaseUrl } from '../api/api-base-url.ts';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { View } from '../view-params.ts';
import { emptySearch } from './empty-search.ts';
import { needsToken } from './needs-token.ts';
import { creationCommand } from './snippets.ts';
import { isFiltered, withList, withoutFilters } from './view-changes.ts';

const reasons: Record<View['ownership'], string> = {
  all: 'While unnamed datasets are shown the empty ones are not, and there is no other.',
  ownedByMe: 'You own no dataset that is listed here.',
  sharedWithMe: 'Nobody has shared a dataset with you that is listed here.',
};

/** There is no dataset: because of how the list was asked for, or because there is none yet. */
export function EmptyNote({ view, isPartial }: { view: View; isPartial: boolean }): ReactElement {
  if (view.q.trim() !== '') return <NothingFound view={view} isPartial={isPartial} />;
  if (isFiltered(view)) {
    return (
      <ErrorNote title="Nothing matches" icon="search" actions={<ClearFilters view={view} />}>
        {reasons[view.ownership]}
      </ErrorNote>
    );
  }
  return <NothingYet view={view} />;
}

function ClearFilters({ view }: { view: View }): ReactElement {
  return <Button onClick={() => navigate(urlOf(withoutFilters(view)))}>Clear filters</Button>;
}

/** Of a part of the list nothing is said that would be said of all of it. */
function NothingFound({ view, isPartial }: { view: View; isPartial: boolean }): ReactElement {
  const { text, unnamed } = emptySearch(view);
  return (
    <ErrorNote
      title={isPartial ? 'Nothing matches so far' : 'Nothing matches'}
      icon="search"
      actions={
        <>
          <ClearFilters view={view} />
          {unnamed === undefined ? null : (
            <Button onClick={() => navigate(urlOf(withList(view, { unnamed })))}>
              {unnamed ? 'Include unnamed ones' : 'Leave unnamed ones out'}
            </Button>
          )}
        </>
      }
    >
      {isPartial ? 'Only a part of the list is loaded: what is not may match.' : text}
    </ErrorNote>
  );
}

function NothingYet({ view }: { view: View }): ReactElement {
  const command = creationCommand({ baseUrl: apiBaseUrl(), needsToken: needsToken() });
  return (
    <ErrorNote
      title="Nothing here yet"
      actions={<Button onClick={() => navigate(urlOf(withList(view, { unnamed: true })))}>Include unnamed ones</Button>}
    >
      <p>Named datasets are listed here, of which there is none. This makes one:</p>
      <p className="command">
        <code>{command}</code>
        <CopyButton text={command} label="Copy command" iconOnly />
      </p>
    </ErrorNote>
  );
}
