import { useQueryClient } from '@tanstack/react-query';
import { isAsked, type View } from '../view-params.ts';
import { askedPage } from './use-asked-page.ts';
import type { ListCollection } from './use-collection.ts';

/** Asks the collection for what is not on screen yet. */
export interface AskAhead {
  /** For the rows of a view: it resolves once they are there, or cannot be had; `undefined` when there is nobody to ask. */
  readonly rows: (view: View) => Promise<void> | undefined;
  /** Somebody is about to search. */
  readonly search: () => void;
}

export function useAskAhead(collection: ListCollection, userId: string | undefined): AskAhead {
  const client = useQueryClient();
  const { state, ask } = collection;
  return {
    rows(view) {
      if (!isAsked(view) || state.covered === 0) return undefined;
      return client.prefetchQuery(askedPage(collection, view, userId));
    },
    search() {
      if (state.covered > 0) ask('search', {}).catch(() => {});
    },
  };
}
