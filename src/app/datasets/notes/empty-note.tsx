import type { ReactElement } from 'react';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import type { View } from '../../address/view-params.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { needsToken } from '../../api/served-by.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { ErrorNote } from '../../ui/floats/error-note.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import { datasetQuery } from '../dataset-query.ts';
import { creationCommand } from '../from-code/snippets.ts';
import { isFiltered, withList, withoutFilters } from '../list/view-changes.ts';

const reasons: Record<View['ownership'], string> = {
  all: 'While unnamed datasets are shown the empty ones are not, and there is no other.',
  ownedByMe: 'You own no dataset that is listed here.',
  sharedWithMe: 'Nobody has shared a dataset with you that is listed here.',
};

interface EmptyNoteProps {
  readonly view: View;
  /** How many datasets there are by the answer that has none of them. */
  readonly total: number;
  /** Whether only a part of the list was asked. */
  readonly isPartial: boolean;
  /** A button leads to another view. */
  readonly onView: (view: View) => void;
}

/** There is no dataset: because of how the list was asked for, or because there is none yet. Or the server contradicts itself. */
export function EmptyNote(props: EmptyNoteProps): ReactElement {
  const { view, total } = props;
  if (total > 0) return <NoneGiven total={total} />;
  if (view.q.trim() !== '') return <NothingFound {...props} />;
  if (isFiltered(view)) {
    return (
      <ErrorNote title="Nothing matches" icon="search" actions={<ClearFilters {...props} />}>
        {reasons[view.ownership]}
      </ErrorNote>
    );
  }
  return <NothingYet {...props} />;
}

function NoneGiven({ total }: { total: number }): ReactElement {
  return (
    <ErrorNote title="The server gave no rows" icon="warning">
      It counts {formatCount(total)} datasets, and its answer for this page has none of them. Refresh asks again.
    </ErrorNote>
  );
}

function ClearFilters({ view, onView }: EmptyNoteProps): ReactElement {
  return <Button onClick={() => onView(withoutFilters(view))}>Clear filters</Button>;
}

/** Of a part of the list nothing is said that would be said of all of it. */
function NothingFound(props: EmptyNoteProps): ReactElement {
  const { view, isPartial, onView } = props;
  const { text, unnamed } = emptySearch(view);
  return (
    <ErrorNote
      title={isPartial ? 'Nothing matches so far' : 'Nothing matches'}
      icon="search"
      actions={
        <>
          <ClearFilters {...props} />
          {unnamed === undefined ? null : (
            <Button onClick={() => onView(withList(view, { unnamed }))}>
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

function NothingYet({ view, onView }: EmptyNoteProps): ReactElement {
  const command = creationCommand({ baseUrl: apiBaseUrl(), needsToken: needsToken() });
  return (
    <ErrorNote
      title="Nothing here yet"
      actions={<Button onClick={() => onView(withList(view, { unnamed: true }))}>Include unnamed ones</Button>}
    >
      <p>Named datasets are listed here, of which there is none. This makes one:</p>
      <p className="command">
        <code translate="no">{command}</code>
        <CopyButton text={command} label="Copy command" iconOnly />
      </p>
    </ErrorNote>
  );
}

/** Why a search may find nothing, and the change of the list that would help. */
export interface EmptySearch {
  readonly text: string;
  /** What `unnamed` would have to be; `undefined` where that is not why. */
  readonly unnamed: boolean | undefined;
}

const lists: Record<View['ownership'], string> = {
  all: 'No dataset matches all of the search.',
  ownedByMe: 'None of your own datasets matches all of the search.',
  sharedWithMe: 'No dataset that is shared with you matches all of the search.',
};

/** What there is to say of a search that finds nothing. While unnamed datasets are shown the list has no empty ones (CONTRACT, `unnamed`). */
export function emptySearch(view: Pick<View, 'ownership' | 'unnamed' | 'q'>): EmptySearch {
  const { terms } = parseQuery(view.q, datasetQuery);
  const asksFor = (word: string) => terms.some((term) => term.key === 'is' && !term.not && term.word === word);
  if (!view.unnamed && asksFor('unnamed')) {
    return { text: 'The search asks for unnamed datasets, and this list has named ones only.', unnamed: true };
  }
  const isEmptyAsked =
    asksFor('empty') || terms.some((term) => term.key === 'items' && !term.not && isNone(term.range));
  if (view.unnamed && isEmptyAsked) {
    const text = 'The search asks for empty datasets, and those are not listed while unnamed ones are shown.';
    return { text, unnamed: false };
  }
  return { text: lists[view.ownership], unnamed: undefined };
}

function isNone(range: { readonly op: string; readonly value?: number }): boolean {
  return (range.op === '=' || range.op === '<=') && range.value === 0;
}
