import { QueryClient } from '@tanstack/react-query';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { currentEntry, replaceFragment } from './address/location.ts';
import { pageAt } from './address/paths.ts';
import { fragmentOf } from './address/scroll-fragment.ts';
import { isAsked, listViewOf, type View } from './address/view-params.ts';
import { forgetLastPages, keptPages } from './api/last-pages.ts';
import { datasetsPage } from './api/queries.ts';
import { pageSession } from './api/session.ts';
import { after } from './browser/after.ts';
import { withstandMovedNodes } from './browser/moved-nodes.ts';
import type { FirstPicture } from './datasets/first-picture/first-picture.ts';
import { answerOfKept, keptAnswer, stateBehindKept } from './datasets/list/kept-answer.ts';
import { askedPage } from './datasets/list/use-asked-page.ts';
import { forgetCollections, restoreCollection } from './datasets/list/use-collection.ts';
import { Page } from './page.tsx';

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
 * Draws the page, or takes over its picture where there is one. The request leaves before the first render (it may have left already,
 * and its answer is often there): then the first thing drawn is the rows, not their places.
 */
export async function drawPage(root: HTMLElement, picture: FirstPicture): Promise<void> {
  withstandMovedNodes();
  const page = pageAt(currentEntry());
  const rows = page.name === 'datasets' ? queryClient.prefetchQuery(datasetsPage(listViewOf(page.view))) : undefined;
  const asks = page.name === 'datasets' && isAsked(page.view);
  if (asks) putUpKept(page.view);
  // What is asked of the collection does not come with the page.
  await Promise.race([asks ? undefined : rows, after(longestWaitMs)]);
  const topRow = picture.end();
  if (topRow > 0) replaceFragment(fragmentOf(topRow));
  const onReady = () => {
    root.removeAttribute('aria-hidden');
    picture.replay();
    import('./datasets/page/soon-needed.ts').then(({ prepare }) => prepare(queryClient)).catch(() => {});
  };
  const drawn = <Page client={queryClient} onDrawn={picture.tellScroll} onReady={onReady} />;
  if (picture.isDrawn()) {
    // With a picture on screen nothing is in such a hurry that the browser may not breathe in between.
    startTransition(() => void hydrateRoot(root, drawn));
  } else {
    root.replaceChildren();
    root.hidden = false;
    root.style.opacity = '';
    createRoot(root).render(drawn);
  }
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
