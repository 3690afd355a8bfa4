import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, StrictMode, startTransition, useEffect, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetLastPages, keepLastPages } from './api/last-pages.ts';
import { datasetsPage } from './api/queries.ts';
import { pageSession } from './api/session.ts';
import { App } from './app.tsx';
import type { FirstPicture } from './datasets/first-picture/first-picture.ts';
import { currentEntry } from './location.ts';
import { pageAt } from './paths.ts';
import { serverName } from './served-by.ts';

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
});
keepLastPages(queryClient, serverName());

/**
 * Draws the page, in place of its picture where there is one. The request leaves before the first render (it may have left already,
 * and its answer is often there): then the first thing drawn is the rows, not their places.
 */
export async function drawPage(root: HTMLElement, picture: FirstPicture): Promise<void> {
  const page = pageAt(currentEntry());
  const rows = page.name === 'datasets' ? queryClient.prefetchQuery(datasetsPage(page.view)) : undefined;
  await Promise.race([rows, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
  picture.end();
  const render = () =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
        <TakeOver from={picture} />
      </StrictMode>,
    );
  // With a picture on screen nothing is in such a hurry that the browser may not breathe in between.
  if (picture.isDrawn()) startTransition(render);
  else render();
}

/** Last of the page's parts: when its effects run, all others have run. */
function TakeOver({ from: picture }: { from: FirstPicture }): ReactElement | null {
  useLayoutEffect(picture.keepScroll, []);
  useEffect(picture.replay, []);
  return null;
}
