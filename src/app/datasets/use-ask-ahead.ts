import { useQueryClient } from '@tanstack/react-query';
import { isAsked, type View } from '../view-params.ts';
import { askedPage } from './use-asked-page.ts';
import type { ListCollection } from './use-collection.ts';

/** Asks for the rows of a view that is not on screen yet. What it answers resolves once they are there, or cannot be had. */
export type AskAhead = (view: View) => Promise<void> | undefined;

/** `undefined` stands for rows that nobody can be asked for now. */
export function useAskAhead(collection: ListCollection, userId: string | undefined): AskAhead {
  const client = useQueryClient();
  return (view) => {
    if (!isAsked(view) || collection.state.covered === 0) return undefined;
    return client.prefetchQuery(askedPage(collection, view, userId));
  };
}
