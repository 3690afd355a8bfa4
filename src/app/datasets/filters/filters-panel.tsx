import './filters.css';
import { type ReactElement, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { View } from '../../address/view-params.ts';
import { Dialog } from '../../ui/floats/dialog.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import { useWantedCollection } from '../list/use-collection.ts';
import type { List } from '../list/use-list.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FilterList } from './filter-list.tsx';
import { type FiltersOpen, filtersOpen, narrow } from './filters-button.tsx';
import { ResultSummary } from './result-summary.tsx';

export interface FiltersPanelProps {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
  readonly open: Exclude<FiltersOpen, 'closed'>;
}

function close(): void {
  filtersOpen.set('closed');
}

/** The filters and the sums of what they leave: beside the table, or as a dialog over it. */
export function FiltersPanel({ view, list, userId, open }: FiltersPanelProps): ReactElement | null {
  const layout = useLayout();
  useLoadingByOpening(list, open);
  const asker = useMemo(() => ({ userId, locales: [] }), [userId]);
  if (layout === 'none') return null;
  const content = (
    <>
      <CountScope list={list} />
      <FilterList view={view} list={list} asker={asker} />
      <ResultSummary view={view} list={list} asker={asker} />
    </>
  );
  if (layout === 'beside') return <div className="filters">{content}</div>;
  return (
    <Dialog title="Filters" onClose={close}>
      <ActiveFilters view={view} />
      {content}
    </Dialog>
  );
}

function subscribeWidth(listener: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** A window that becomes narrow closes what stood beside the table: nobody has asked for a dialog. */
function useLayout(): 'beside' | 'over' | 'none' {
  const isNarrow = useSyncExternalStore(subscribeWidth, () => matchMedia(narrow).matches);
  const [wasNarrow] = useState(isNarrow);
  const isPushedOut = isNarrow && !wasNarrow;
  useEffect(() => {
    if (isPushedOut) close();
  }, [isPushedOut]);
  return isPushedOut ? 'none' : wasNarrow ? 'over' : 'beside';
}

/** To open the filters is a gesture that loads the list. That they were opened in a visit before is none: it may be a large one. */
function useLoadingByOpening({ collection, pages }: List, open: FiltersOpen): void {
  useWantedCollection(collection, open === 'open' && pages !== undefined);
}

/** What the numbers are of; where nothing is loaded, what it takes. */
export function CountScope({ list }: { list: List }): ReactElement {
  const { collection, scope, pages, isSmall } = list;
  const { state, load } = collection;
  if (state.phase === 'none' && pages !== undefined && !isSmall) {
    return (
      <p className="filter-scope">
        Not counted.{' '}
        <button type="button" className="text-button" onClick={load}>
          Count
        </button>{' '}
        {`(${formatCount(pages)} requests)`}
      </p>
    );
  }
  return <p className="filter-scope">{scopeWords(list, scope.isAll)}</p>;
}

function scopeWords({ collection: { state }, scope }: List, isAll: boolean): string {
  if (isAll) return `Counted over ${scope.text}`;
  if (state.covered === 0) return 'Nothing is counted yet';
  return `Counted over ${formatCount(state.covered)} of ${formatCount(state.total ?? state.covered)}, so far`;
}
