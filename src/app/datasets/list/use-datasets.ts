import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import type { User } from '../../../contract/user.ts';
import { orUnreachable } from '../../api/client.ts';
import { me } from '../../api/queries.ts';
import { servedBy } from '../../api/served-by.ts';
import { useSession } from '../../api/session.ts';
import { lastPage } from '../pages/last-pages.ts';
import { datasetsPage, datasetsTotal, everyDatasetsPage, fetchPage, type ListedPage } from '../pages/page-queries.ts';
import { type ListState, listStateOf, turnKey } from './list-state.ts';
import type { PageTurn } from './turned-page.ts';

/** A page of the list, and what can be done about it. */
export interface Datasets extends ListState {
  /** How many datasets the list had when it was last asked, whatever became of this page. */
  readonly knownTotal: number | undefined;
  /** Asks for this page anew, and once it is there forgets the others. */
  readonly refresh: () => void;
  /** Forgets all pages but this one, so that no two of different ages are read as one list. */
  readonly forgetOthers: () => void;
  /** Sends the request again that is taking long. */
  readonly tryAgain: () => void;
  /** Gives the request up. */
  readonly stop: () => void;
}

/** A page of the list: where the reader has turned to it, the one that goes on there. */
function pageOrTurned(view: ListView) {
  return queryOptions({
    ...datasetsPage(view),
    async queryFn({ client, signal }): Promise<ListedPage> {
      const turn = client.getQueryData<PageTurn>(turnKey(view));
      if (turn === undefined) return await fetchPage(view, signal);
      const { turnAgain } = await orUnreachable(import('./turned-page.ts'), signal);
      return await turnAgain(turn, { client, view, signal });
    },
  });
}

/** The page of the list that a view asks for. */
export function useDatasets(view: ListView): Datasets {
  const client = useQueryClient();
  const options = pageOrTurned(view);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const { data, dataUpdatedAt, error, failureCount, failureReason, fetchStatus, isPlaceholderData, status } = query;
  const state = useMemo(
    () =>
      listStateOf(view, {
        query: { data, dataUpdatedAt, error, failureCount, failureReason, fetchStatus, isPlaceholderData, status },
        lastTime: () => lastPage(view),
      }),
    [view, data, dataUpdatedAt, error, failureCount, failureReason, fetchStatus, isPlaceholderData, status],
  );
  const forgetOthers = () => client.removeQueries({ queryKey: everyDatasetsPage, type: 'inactive' });
  return {
    ...state,
    knownTotal: client.getQueryData(datasetsTotal(view).queryKey),
    forgetOthers,
    refresh() {
      void query.refetch().then(({ isSuccess }) => isSuccess && forgetOthers());
    },
    tryAgain() {
      void client.cancelQueries({ queryKey: options.queryKey }).then(() => query.refetch());
    },
    stop() {
      void client.cancelQueries({ queryKey: options.queryKey });
    },
  };
}

/**
 * Who the requests are made for. A server that asks for no token has said so with the page; else it is asked, once `isWanted`:
 * rows do not wait for it.
 */
export function useUser(isWanted: boolean): User | undefined {
  const { token } = useSession();
  const localUser = token === undefined ? servedBy()?.user : undefined;
  const { data } = useQuery({ ...me(token), enabled: isWanted && !localUser });
  return localUser ?? data;
}
