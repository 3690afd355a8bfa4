import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetLastPages, keepLastPages } from './api/last-pages.ts';
import { datasetsPage } from './api/queries.ts';
import { pageSession } from './api/session.ts';
import { App } from './app.tsx';
import { forgetCollections, restoreCollection } from './datasets/use-collection.ts';
import { currentEntry } from './location.ts';
import { pageAt } from './paths.ts';
import { serverName } from './served-by.ts';
import { formatCount } from './ui/number-format.ts';
import { formatRelativeTime } from './ui/relative-time.ts';
import { isAsked, listViewOf } from './view-params.ts';
import './styles.css';

/** How long an answer may take to be waited for with an empty page: less than one notices. */
const longestWaitMs = 80;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A server on this computer answers without any network.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // With rows on screen the reader decides when they change.
      refetchOnReconnect: (query) => query.state.data === undefined,
    },
  },
});

// What one user was shown is not for the next one.
pageSession().subscribe(() => {
  queryClient.clear();
  forgetLastPages();
  forgetCollections();
});
keepLastPages(queryClient, serverName());

/**
 * Draws the page. The request leaves before the first render: with a preload from the server it has left already, and its answer
 * is often there. Then the first picture is of the rows, not of their places: two renders in a row take the reader longer than
 * one. (Not at the top level: a module that awaits there may not share its chunk, and the first page came in ten files.)
 */
async function start(): Promise<void> {
  const page = pageAt(currentEntry());
  const rows = page.name === 'datasets' ? queryClient.prefetchQuery(datasetsPage(listViewOf(page.view))) : undefined;
  const asks = page.name === 'datasets' && isAsked(page.view);
  if (asks) restoreCollection(page.view);
  // The browser's tables of how numbers and times are written take as long to load as the answer to come.
  formatCount(0);
  formatRelativeTime({ count: -1, unit: 'day' });
  // What is asked of the collection does not come with the page.
  await Promise.race([asks ? undefined : rows, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id "root".');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
