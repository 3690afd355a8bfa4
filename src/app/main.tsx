import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentEntry } from './address/location.ts';
import { pageAt } from './address/paths.ts';
import { isAsked, listViewOf, type View } from './address/view-params.ts';
import { pageSession } from './api/session.ts';
import { App } from './app.tsx';
import { after } from './browser/after.ts';
import { withstandMovedNodes } from './browser/moved-nodes.ts';
import { whenIdle } from './browser/when-idle.ts';
import { answerOfKept, keptAnswer, stateBehindKept } from './datasets/list/kept-answer.ts';
import { askedPage } from './datasets/list/use-asked-page.ts';
import { forgetCollections, openCollection, restoreCollection } from './datasets/list/use-collection.ts';
import { forgetLastPages, keptPages } from './datasets/pages/last-pages.ts';
import { datasetsPage } from './datasets/pages/page-queries.ts';
import './shell/styles.css';

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

/**
 * Draws the page once, with its rows (docs/decisions/0008): they are asked for before the first render, and the answer that the
 * server's preload has begun to fetch is often there. What the first rows do not need comes once the browser rests.
 */
async function drawPage(root: HTMLElement): Promise<void> {
  const page = pageAt(currentEntry());
  if (page.name === 'datasets') await firstRows(page.view);
  withstandMovedNodes();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
  whenIdle(() => {
    import('./datasets/page/soon-needed.ts').then(({ prepare }) => prepare(queryClient)).catch(() => {});
  });
}

/** Until the rows of a view are there, or it is time to show their places. */
async function firstRows(view: View): Promise<void> {
  const rows = queryClient.prefetchQuery(datasetsPage(listViewOf(view)));
  if (isAsked(view)) {
    // What is asked of the collection does not come with the page.
    putUpKept(view);
    return;
  }
  openCollection(view);
  await Promise.race([rows, after(longestWaitMs)]);
}

/** Puts up what is kept of the collection that a view asks, and until that is there what it has last answered. */
function putUpKept(view: View): void {
  const kept = keptAnswer(keptPages(), view);
  const collection = restoreCollection(view, kept && stateBehindKept(kept));
  if (kept === undefined) return;
  const { token, userId } = collection.source;
  // Who has a token is not known before the first answer.
  const { queryKey } = askedPage(collection, view, token === undefined ? userId : undefined);
  queryClient.setQueryData(queryKey, { view, answer: answerOfKept(kept) });
}

const root = document.getElementById('root');
if (root === null) throw new Error('No #root in index.html.');
void drawPage(root);
