import type { Query, QueryClient } from '@tanstack/react-query';
import { datasetsPath } from '../../contract/datasets-path.ts';
import type { ListView } from '../../contract/list-params.ts';
import { whenIdle } from '../when-idle.ts';
import { browserStorage } from './browser-storage.ts';
import { createKeptPages, type KeptPage, type KeptPages } from './kept-pages.ts';
import { everyDatasetsPage, type ListedPage } from './queries.ts';
import { pageSession } from './session.ts';

/**
 * Keeps each page of the list that comes on screen for the time that the server cannot be reached: where the session keeps its
 * token, so that what a tab may see does not outlast it. `server` names what the pages come from.
 */
export function keepLastPages(client: QueryClient, server: string): void {
  client.getQueryCache().subscribe((event) => {
    const arrived = event.type === 'updated' && event.action.type === 'success';
    if ((arrived || event.type === 'observerAdded') && isOnScreen(event.query)) {
      // Storing takes milliseconds that the first rows need more.
      whenIdle(() => keep(event.query, server));
    }
  });
}

/** The page of a view as it was last seen. */
export function lastPage(view: ListView, server: string): KeptPage | undefined {
  return keptPages(server).read(datasetsPath(view));
}

/** Forgets all pages, on this device and in this tab. */
export function forgetLastPages(): void {
  createKeptPages(browserStorage('localStorage'), '').clear();
  createKeptPages(browserStorage('sessionStorage'), '').clear();
}

/** What is kept of the session's pages. */
export function keptPages(server: string): KeptPages {
  const { onDevice } = pageSession().current();
  return createKeptPages(browserStorage(onDevice ? 'localStorage' : 'sessionStorage'), server);
}

function isOnScreen(query: Query): boolean {
  return everyDatasetsPage.every((part, index) => query.queryKey[index] === part) && query.getObserversCount() > 0;
}

function keep(query: Query, server: string): void {
  // Forgotten in the meantime, as by a sign-out.
  if (!isOnScreen(query)) return;
  // `isOnScreen` knows the query by its key; only `datasetsPage` makes such keys.
  const listed = query.state.data as ListedPage | undefined;
  if (!listed) return;
  keptPages(server).keep(datasetsPath(listed.view), { page: listed.page, updatedAtMs: query.state.dataUpdatedAt });
}
