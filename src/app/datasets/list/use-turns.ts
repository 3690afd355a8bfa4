import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { showOnceThere } from '../../address/show-once-there.ts';
import { isAsked, listViewOf, type View } from '../../address/view-params.ts';
import { datasetsPage, type ListedPage } from '../../api/queries.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import type { Turn } from './page-seam.ts';
import type { Paging } from './paging.ts';
import { noteTurn, noteWayBack, type PageTurn, turnByRows, turnedPage, turnOf, turnThatLedTo } from './turned-page.ts';
import { pageQuestion } from './use-asked-page.ts';
import { coversList, type List } from './use-list.ts';
import { withOffset } from './view-changes.ts';

/** The ways from the page on screen to others. */
export interface Turns {
  /** To the page at an offset of the list as it is now. */
  readonly goTo: (offset: number) => void;
  /** To the page that goes on where this one ends or begins, whatever was created or deleted since it was read. */
  readonly turn: (way: Turn['way']) => void;
}

/**
 * Turns pages. The next one is fetched ahead. Where the rows are loaded it comes from them, and the API is asked behind them; else the
 * API is asked for it. Its address has the offset that it has in the list as it is now.
 */
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
  const turnable =
    !isScrolled && !isAsked(view) && shown?.source === 'view' && shown.page.count > 0 ? shown : undefined;

  const hasNext = paging?.nextOffset !== undefined;
  const next = useMemo(() => (turnable && hasNext ? turnOf(turnable, 'next') : undefined), [turnable, hasNext]);
  useEffect(() => {
    if (next === undefined) return;
    // A refused prefetch is not tried again: the page is asked for when somebody goes there.
    return whenIdle(() => void client.prefetchQuery({ ...turnedPage(next), retry: false }));
  }, [client, next]);

  // The page may have been found elsewhere than where it was looked for first.
  const foundAt = turnable?.view.offset;
  const moveTo = useEffectEvent((offset: number) => {
    const from = listViewOf(view);
    const { queryKey } = datasetsPage(from);
    const { data, dataUpdatedAt } = client.getQueryState<ListedPage>(queryKey) ?? {};
    const turn = turnThatLedTo(client, from);
    if (data?.view.offset !== offset) return;
    put(data, { turn, updatedAtMs: dataUpdatedAt ?? 0 });
    navigate(urlOf(withOffset(view, offset)), { replace: true });
    noteTurn(client, from, undefined);
    client.removeQueries({ queryKey, exact: true });
  });
  useEffect(() => {
    if (foundAt !== undefined && foundAt !== view.offset) moveTo(foundAt);
  }, [foundAt, view.offset]);

  function put(listed: ListedPage, how: { readonly turn: PageTurn | undefined; readonly updatedAtMs: number }): void {
    const { turn, updatedAtMs } = how;
    client.setQueryData(datasetsPage(listed.view).queryKey, listed, { updatedAt: updatedAtMs });
    noteTurn(client, listed.view, listed.page.offset === 0 ? undefined : turn);
    if (turn !== undefined) noteWayBack(client, turn, listed);
  }

  function goTo(offset: number): void {
    const to = listViewOf(withOffset(view, offset));
    const { queryKey } = datasetsPage(to);
    const cached = client.getQueryData<ListedPage>(queryKey);
    noteTurn(client, to, undefined);
    // What is known of a list of another length is not the list as it is now.
    if (!isAsked(view) && shown && cached && cached.page.total !== shown.page.total)
      client.removeQueries({ queryKey, exact: true });
    navigate(urlOf(withOffset(view, offset)));
  }

  function turn(way: Turn['way']): void {
    const offset = way === 'next' ? paging?.nextOffset : paging?.previousOffset;
    if (offset === undefined) return;
    if (turnable === undefined) goTo(offset);
    else turnTo(turnOf(turnable, way), offset);
  }

  /** `offset`: where the page is, if the list has not changed. */
  function turnTo(made: PageTurn, offset: number): void {
    const ahead = client.getQueryState(turnedPage(made).queryKey);
    if (ahead?.data !== undefined) {
      arrive(made, ahead.data, { updatedAtMs: ahead.dataUpdatedAt, isChecked: true });
      return;
    }
    let found: ListedPage | undefined;
    const { state } = collection;
    const looking = coversList(state) ? turnByRows(made, readRows(made)).then((page) => (found = page)) : undefined;
    showOnceThere(looking, {
      show() {
        if (found) {
          arrive(made, found, { updatedAtMs: state.asOfMs ?? 0, isChecked: false });
          return;
        }
        const to = listViewOf(withOffset(view, offset));
        noteTurn(client, to, made);
        client.removeQueries({ queryKey: datasetsPage(to).queryKey, exact: true });
        navigate(urlOf(withOffset(view, offset)));
      },
    });
  }

  function readRows({ desc }: PageTurn) {
    return async (offset: number, limit: number) => {
      const question = pageQuestion({ ...view, sort: [], q: '', desc, offset, limit }, userId);
      const { rows = [], matching = 0 } = (await collection.ask('page', question)) ?? {};
      return { offset, total: matching, rows };
    };
  }

  function arrive(
    made: PageTurn,
    page: ListedPage,
    how: { readonly updatedAtMs: number; readonly isChecked: boolean },
  ): void {
    put(page, { turn: made, updatedAtMs: how.updatedAtMs });
    // Rows that were loaded before are on screen at once, and the API is asked behind them.
    const { queryKey } = datasetsPage(page.view);
    if (!how.isChecked) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
    navigate(urlOf(withOffset(view, page.view.offset)));
  }

  return { goTo, turn };
}
