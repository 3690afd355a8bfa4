import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { isAsked, listViewOf, type View } from '../../address/view-params.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { datasetsPage, type ListedPage } from '../pages/page-queries.ts';
import { turnKey } from './list-state.ts';
import type { Paging } from './paging.ts';
import type { List } from './use-list.ts';
import { withOffset } from './view-changes.ts';

/** The ways from the page on screen to others. */
export interface Turns {
  /** To the page at an offset of the list as it is now. */
  readonly goTo: (offset: number) => void;
  /** To the page that goes on where this one ends or begins, whatever was created or deleted since it was read. */
  readonly turn: (way: 'next' | 'previous') => void;
}

/** Loaded once the page works (soon-needed.ts): nothing of it is needed before the first turn. */
const turning = () => import('./turned-page.ts');

/** Turns pages; the next one is fetched ahead. Its address has the offset that it has in the list as it is now. */
export function useTurns(
  view: View,
  options: {
    readonly list: List;
    /** `undefined` while nothing is known of the list. */
    readonly paging: Pick<Paging, 'previousOffset' | 'nextOffset'> | undefined;
    readonly isScrolled: boolean;
    readonly userId: string | undefined;
  },
): Turns {
  const client = useQueryClient();
  const { list, paging, isScrolled, userId } = options;
  const { shown, collection } = list;
  const isTurnable = !isScrolled && !isAsked(view) && shown?.source === 'view' && shown.page.count > 0;
  const turnable = isTurnable ? shown : undefined;

  const hasNext = paging?.nextOffset !== undefined;
  useEffect(() => {
    if (turnable === undefined || !hasNext) return;
    return whenIdle(() =>
      turning().then(
        ({ fetchAhead }) => fetchAhead(client, turnable),
        () => {},
      ),
    );
  }, [client, turnable, hasNext]);

  const foundAt = turnable?.view.offset;
  useEffect(() => {
    if (foundAt === undefined || foundAt === view.offset) return;
    void turning().then(({ readdress }) => readdress(client, view));
  }, [client, foundAt, view]);

  function goTo(offset: number): void {
    const to = listViewOf(withOffset(view, offset));
    const { queryKey } = datasetsPage(to);
    const cached = client.getQueryData<ListedPage>(queryKey);
    client.removeQueries({ queryKey: turnKey(to), exact: true });
    // What is known of a list of another length is not the list as it is now.
    if (!isAsked(view) && shown && cached && cached.page.total !== shown.page.total) {
      client.removeQueries({ queryKey, exact: true });
    }
    navigate(urlOf(withOffset(view, offset)));
  }

  function turn(way: 'next' | 'previous'): void {
    const offset = way === 'next' ? paging?.nextOffset : paging?.previousOffset;
    if (offset === undefined) return;
    if (turnable === undefined) goTo(offset);
    else {
      const from = { client, view, shown: turnable, way, offset, collection, userId };
      turning().then(
        ({ turnPage }) => turnPage(from),
        () => goTo(offset),
      );
    }
  }

  return { goTo, turn };
}
