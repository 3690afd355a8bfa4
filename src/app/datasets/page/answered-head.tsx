import { type ReactElement, useEffect } from 'react';
import { urlOf } from '../../address/paths.ts';
import { isAsked, isSearched, type View } from '../../address/view-params.ts';
import { pageSession } from '../../api/session.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { ActiveFilters } from '../filters/active-filters.tsx';
import type { List } from '../list/use-list.ts';
import { isWholeNow } from '../list/use-list.ts';
import { keepPage } from '../pages/keep-page.ts';
import { keptPages } from '../pages/last-pages.ts';
import { RefreshedInSight } from './refreshed-in-sight.tsx';

/** What stands beside the heading of rows that the collection answers with; it keeps what is asked for the next visit. */
export function AnsweredHead(props: {
  view: View;
  list: List;
  userId: string | undefined;
  /** Whether the list is read as one scroll: of a whole collection then also where nothing is asked. */
  isScrolled: boolean;
}): ReactElement {
  const { view, list, userId, isScrolled } = props;
  const { shown, collection } = list;
  useKeptAnswer(view, list);
  const isOld = collection.state.oldRows > 0 && (isAsked(view) || (isScrolled && isWholeNow(list)));
  return (
    <>
      <ActiveFilters view={view} canClear={shown?.page.items.length !== 0} />
      {isOld ? <RefreshedInSight view={view} shown={shown} collection={collection} userId={userId} /> : null}
    </>
  );
}

/** Keeps what `keptAnswer` reads: an answer of the whole collection. */
function useKeptAnswer(view: View, { shown, scope: { isAll } }: List): void {
  useEffect(() => {
    if (shown?.source !== 'view' || !isAll || !isAsked(view) || isSearched(view)) return;
    const { page, updatedAtMs } = shown;
    const { id } = pageSession().current();
    return whenIdle(() => {
      // Forgotten in the meantime, as by a sign-out.
      if (pageSession().current().id === id) keepPage(keptPages(), { path: urlOf(view), page, updatedAtMs });
    });
  }, [view, shown, isAll]);
}
