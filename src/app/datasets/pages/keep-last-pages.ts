import type { Query, QueryClient } from '@tanstack/react-query';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { keepPage } from './keep-page.ts';
import { keptPages } from './last-pages.ts';
import { everyDatasetsPage, type ListedPage } from './page-queries.ts';

/** Keeps each page of the list that is or comes on screen for the time that the server cannot be reached. */
export function keepLastPages(client: QueryClient): void {
  const queries = client.getQueryCache();
  // Storing takes milliseconds that the rows need more.
  const keepWhenIdle = (query: Query) => whenIdle(() => keep(query));
  queries.subscribe((event) => {
    const arrived = event.type === 'updated' && event.action.type === 'success';
    if ((arrived || event.type === 'observerAdded') && isOnScreen(event.query)) keepWhenIdle(event.query);
  });
  const onScreen = () => queries.getAll().filter(isOnScreen);
  for (const query of onScreen()) keepWhenIdle(query);
  // Who leaves before that comes back to them all the same.
  addEventListener('pagehide', () => onScreen().forEach(keep));
}

function isOnScreen(query: Query): boolean {
  return everyDatasetsPage.every((part, index) => query.queryKey[index] === part) && query.getObserversCount() > 0;
}

function keep(query: Query): void {
  // Forgotten in the meantime, as by a sign-out.
  if (!isOnScreen(query)) return;
  // `isOnScreen` knows the query by its key; only `datasetsPage` makes such keys.
  const listed = query.state.data as ListedPage | undefined;
  if (!listed) return;
  const { view, page } = listed;
  keepPage(keptPages(), { path: datasetsPath(view), page, updatedAtMs: query.state.dataUpdatedAt });
}
