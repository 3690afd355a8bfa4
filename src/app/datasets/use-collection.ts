import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { apiBaseUrl } from '../api/api-base-url.ts';
import { credentialsFor } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import type { CollectionState } from '../collection/collection-state.ts';
import { createCollectionStore } from '../collection/collection-store.ts';
import type { ListSource } from '../collection/list-source.ts';
import { serverName } from '../served-by.ts';
import type { View } from '../view-params.ts';
import type { ShownPage } from './list-state.ts';

// Nothing of it is needed before the first rows are on screen.
const store = createCollectionStore(async () => (await import('../collection/connect-worker.ts')).connectWorker);

/** The collection behind the list that is on screen. */
export interface ListCollection {
  readonly source: ListSource;
  readonly state: CollectionState;
  /** Loads it, anew when it was loaded. */
  readonly load: () => void;
  /** Loads it as far as that takes few requests. */
  readonly loadSmall: () => void;
  readonly stop: () => void;
  readonly ask: typeof store.ask;
}

/** So many pages are loaded without being asked for. */
export const freePages = 20;
/** Each page shares a row with the one before, and all may be read twice. */
const mostFreeRequests = 2 * freePages + 4;

const acts = {
  load: () => store.load(),
  loadSmall: () => store.load(mostFreeRequests),
  stop: store.stop,
  ask: store.ask,
};

/** The collection of a view's list. Another list gives up what was being loaded of the one before. */
export function useCollection({ unnamed, ownership }: Pick<View, 'unnamed' | 'ownership'>): ListCollection {
  const { token } = useSession();
  const source = useMemo(
    (): ListSource => ({
      baseUrl: apiBaseUrl(),
      server: serverName(),
      token,
      credentials: credentialsFor(token),
      list: { unnamed, ownership },
    }),
    [token, unnamed, ownership],
  );
  useEffect(() => store.open(source), [source]);
  const state = useSyncExternalStore(store.subscribe, () => store.stateOf(source));
  return useMemo(() => ({ source, state, ...acts }), [source, state]);
}

/**
 * Loads the collection once the first rows are on screen: a small one in any case, and again when the list has changed since; a larger
 * one because its rows are `isWanted`, as by a search. What the reader has stopped does not begin by itself again.
 */
export function useLoading(
  collection: ListCollection,
  options: {
    /** Requests that it takes. */
    readonly pages: number | undefined;
    readonly isWanted: boolean;
    /** The API's page on screen. */
    readonly list: ShownPage | undefined;
  },
): void {
  const { pages, isWanted, list } = options;
  const { state, load, loadSmall } = collection;
  const isSmall = pages !== undefined && pages <= freePages;
  const isDue =
    (state.phase === 'none' && pages !== undefined && (isWanted || isSmall)) ||
    (isSmall && state.phase === 'complete' && list?.source === 'view' && isNewer(list, state));
  useEffect(() => {
    if (!isDue) return;
    if (isWanted) return load();
    // Safari has no idle callbacks.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(loadSmall, 500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(loadSmall, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }, [isDue, isWanted, load, loadSmall]);
}

/** Whether the API has said since that the list has another length. */
function isNewer({ page, updatedAtMs }: ShownPage, { total, asOfMs = 0 }: CollectionState): boolean {
  return page.total !== total && updatedAtMs > asOfMs;
}
