import type { ReactElement } from 'react';
import { apiBaseUrl } from '../api/api-base-url.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { View } from '../view-params.ts';
import { needsToken } from './needs-token.ts';
import { creationCommand } from './snippets.ts';
import { isFiltered, withList, withoutFilters } from './view-changes.ts';

const reasons: Record<View['ownership'], string> = {
  all: 'While unnamed datasets are shown the empty ones are not, and there is no other.',
  ownedByMe: 'You own no dataset that is listed here.',
  sharedWithMe: 'Nobody has shared a dataset with you that is listed here.',
};

/** There is no dataset: because of how the list was asked for, or because there is none yet. */
export function EmptyNote({ view, onView }: { view: View; onView: (view: View) => void }): ReactElement {
  const command = creationCommand({ baseUrl: apiBaseUrl(), needsToken: needsToken() });
  if (isFiltered(view)) {
    return (
      <ErrorNote
        title="Nothing matches"
        icon="search"
        actions={<Button onClick={() => onView(withoutFilters(view))}>Clear filters</Button>}
      >
        {reasons[view.ownership]}
      </ErrorNote>
    );
  }
  return (
    <ErrorNote
      title="Nothing here yet"
      actions={<Button onClick={() => onView(withList(view, { unnamed: true }))}>Include unnamed ones</Button>}
    >
      <p>Named datasets are listed here, of which there is none. This makes one:</p>
      <p className="command">
        <code>{command}</code>
        <CopyButton text={command} label="Copy command" iconOnly />
      </p>
    </ErrorNote>
  );
}
