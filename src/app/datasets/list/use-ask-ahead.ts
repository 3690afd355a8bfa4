import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { isAsked, type View } from '../../address/view-params.ts';
import type { PageAnswer } from '../../collection/worker/answer-page.ts';
import { askedPage, pageQuestion } from './use-asked-page.ts';
import type { ListCollection } from './use-collection.ts';
import { withList } from './view-changes.ts';

/** Asks the collection for what is not on screen yet. */
export interface AskAhead {
  /** For the rows of a view: it resolves once they are there, or cannot be had; `undefined` when they are, or nobody is to be asked. */
  readonly rows: (view: View) => Promise<void> | undefined;
  /** Somebody is about to search. */
  readonly search: () => void;
  /**
   * Somebody may type on behind the search of a view: what each letter finds is here before it is typed. It is another function for
   * other rows.
   */
  readonly letters: (view: View) => void;
}

export function useAskAhead(collection: ListCollection, userId: string | undefined): AskAhead {
  const client = useQueryClient();
  /** By the key of the query that each is the answer to. */
  const found = useRef<ReadonlyMap<string, PageAnswer>>(undefined);
  const askedFor = useRef('');
  const letters = useCallback(
    (view: View) => {
      const { state, ask } = collection;
      const first = withList(view, {});
      const keyOf = (q: string) => keyTextOf(askedPage(collection, { ...first, q }, userId));
      const key = keyOf(view.q);
      // While it loads, its rows are others every second.
      if (state.covered === 0 || state.phase === 'loading' || askedFor.current === key) return;
      askedFor.current = key;
      ask('letters', pageQuestion(first, userId)).then(
        (answers = {}) => {
          if (askedFor.current !== key) return;
          found.current = new Map(Object.entries(answers).map(([letter, answer]) => [keyOf(view.q + letter), answer]));
        },
        () => {},
      );
    },
    [collection, userId],
  );
  return {
    rows(view) {
      if (!isAsked(view) || collection.state.covered === 0) return undefined;
      const asked = askedPage(collection, view, userId);
      const answer = found.current?.get(keyTextOf(asked));
      const there = client.prefetchQuery(answer ? { ...asked, initialData: { view, answer } } : asked);
      return client.getQueryData(asked.queryKey) === undefined ? there : undefined;
    },
    search() {
      if (collection.state.covered > 0) collection.ask('search', {}).catch(() => {});
    },
    letters,
  };
}

function keyTextOf({ queryKey }: ReturnType<typeof askedPage>): string {
  return JSON.stringify(queryKey);
}
