import { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import type { DatasetListItem } from '../contract/dataset.ts';
import { homeView } from './address/paths.ts';
import { listViewOf } from './address/view-params.ts';
import { datasetsPage } from './api/queries.ts';
import { Page } from './page.tsx';

const example: DatasetListItem = {
  id: '',
  name: '',
  userId: '',
  username: null,
  title: null,
  createdAt: '',
  modifiedAt: '',
  accessedAt: '',
  itemCount: 0,
  cleanItemCount: 0,
  actId: null,
  actRunId: null,
};

/**
 * The markup of the page with a list, but for its rows: what the build puts into index.html, and `fillPage` gives the texts of the
 * list that is there. Wants a `window` at the address of `homeView` (vite/page-in-html.ts).
 */
export function prerender(): string {
  const view = listViewOf(homeView);
  const client = new QueryClient();
  // Large enough to have all that a list can have: a second page, and a collection that does not load by itself.
  const page = { total: 1_000_000, count: view.limit, items: Array.from({ length: view.limit }, () => example) };
  client.setQueryData(datasetsPage(view).queryKey, {
    view,
    page: { ...page, offset: 0, limit: view.limit, desc: true },
  });
  const markup = renderToString(<Page client={client} />);
  // Else its timers would keep the build from ending.
  client.clear();
  return markup.replace(/<tbody>.*<\/tbody>/s, '<tbody></tbody>');
}
