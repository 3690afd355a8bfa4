import { type ReactElement, useEffect } from 'react';
import { keepPage } from '../api/keep-page.ts';
import { keptPages } from '../api/last-pages.ts';
import { pageSession } from '../api/session.ts';
import { urlOf } from '../paths.ts';
import { isSearched, type View } from '../view-params.ts';
import { whenIdle } from '../when-idle.ts';
import { ActiveFilters } from './filters/active-filters.tsx';
import { RowsInSight } from './rows-in-sight.tsx';
import type { List } from './use-list.ts';

/** What stands beside the heading of what is asked of the collection; it keeps the answer for the next visit. */
export function AskedHead(props: { view: View; list: List; userId: string | undefined }): ReactElement {
  const { view, list, userId } = props;
  const { shown, collection } = list;
  useKeptAnswer(view, list);
  return (
    <>
      <ActiveFilters view={view} canClear={shown?.page.items.length !== 0} />
      {collection.state.oldRows > 0 ? <RowsInSight view={view} collection={collection} userId={userId} /> : null}
    </>
  );
}

/** Keeps what `keptAnswer` reads: an answer of the whole collection. */
function useKeptAnswer(view: View, { shown, scope: { isAll } }: List): void {
  useEffect(() => {
    if (shown?.source !== 'view' || !isAll || isSearched(view)) return;
    const { page, updatedAtMs } = shown;
    const { id } = pageSession().current();
    return whenIdle(() => {
      // Forgotten in the meantime, as by a sign-out.
      if (pageSession().current().id === id) keepPage(keptPages(), { path: urlOf(view), page, updatedAtMs });
    });
  }, [view, shown, isAll]);
}
