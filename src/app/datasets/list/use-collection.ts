import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { filterOf, type ListFilter, listKey } from '../../../contract/list-params.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { credentialsFor } from '../../api/queries.ts';
import { servedBy, serverName } from '../../api/served-by.ts';
import { pageSession, type Session, useSession } from '../../api/session.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import type { ListSource } from '../../collection/fetch/list-source.ts';
import { dropKeptCollections } from '../../collection/keep/drop-kept-collections.ts';
import type { CollectionState } from '../../collection/read/collection-state.ts';
import { createCollectionStore } from '../../collection/worker/collection-store.ts';
import type { ShownPage } from './list-state.ts';
import { freePages } from './list-state.ts';

// Nothing of it is needed before the first rows are on screen.
const store = createCollectionStore(async () => (await import('./connect-datasets.ts')).connectDatasets);

/** The collection behind the list that is on screen. */
export interface ListCollection {
  readonly source: ListSource;
  readonly state: CollectionState;
  /** Puts up what is kept of it. */
  readonly restore: () => void;
  /** Loads it, or brings it up to date. */
  readonly load: () => void;
  /** Loads it as far as that takes few requests. */
  readonly loadSmall: () => void;
  readonly offer: typeof store.offer;
  /** Reads all of it, also what is there. */
  readonly readAgain: () => void;
  readonly stop: () => void;
  /** Pauses the load, or goes on with it. */
  readonly hold: (isHeld: boolean) => void;
  readonly refreshRows: typeof store.refreshRows;
  readonly ask: typeof store.ask;
}

/** Each page shares a row with the one before, and all may be read twice. */
const mostFreeRequests = 2 * freePages + 4;

const acts = {
  restore: store.restore,
  load: () => store.load(),
  loadSmall: () => store.load(mostFreeRequests),
  offer: store.offer,
  readAgain: store.readAgain,
  stop: store.stop,
  hold: store.hold,
  refreshRows: store.refreshRows,
  ask: store.ask,
};

/** Forgets all collections, on this device and in this tab: what one user was shown is not for the next one. */
export function forgetCollections(): void {
  dropKeptCollections();
  // What was being kept in that moment.
  void store.close().then(dropKeptCollections);
}

/** Turns to a view's list before the page is drawn: where an effect does it, the page is drawn twice. */
export function openCollection(filter: ListFilter): void {
  store.open(sourceOf(filterOf(filter), pageSession().current()));
}

/** Puts up what is kept of a view's list, before the page is drawn that asks it; until that is there it is as `known`. */
export function restoreCollection(filter: ListFilter, known: CollectionState | undefined): ListCollection {
  const source = sourceOf(filterOf(filter), pageSession().current());
  store.open(source, known);
  store.restore();
  return { source, state: store.stateOf(source), ...acts };
}

function sourceOf(list: ListSource['list'], { token, onDevice }: Session): ListSource {
  return {
    baseUrl: apiBaseUrl(),
    server: serverName(),
    token,
    credentials: credentialsFor(token),
    userId: servedBy()?.user?.id,
    onDevice,
    list,
  };
}

/** The collection of a view's list. Another list gives up what was being loaded of the one before. */
export function useCollection(view: ListFilter): ListCollection {
  const session = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells of every parameter that the list goes by.
  const source = useMemo(() => sourceOf(filterOf(view), session), [session, listKey(view)]);
  useEffect(() => store.open(source), [source]);
  const state = useSyncExternalStore(store.subscribe, () => store.stateOf(source));
  return useMemo(() => ({ source, state, ...acts }), [source, state]);
}

/**
 * Loads the collection once the first rows are on screen: a small one in any case, and again when the list has changed since; a larger
 * one because its rows are `isWanted`, as by a search. One that is kept is put up, and brought up to date. What the reader has stopped
 * does not begin by itself again.
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
  const { source, state, restore, load, loadSmall, offer } = collection;
  const isSmall = pages !== undefined && pages <= freePages;
  const isDue =
    state.phase === 'kept' ||
    (state.phase === 'none' && isSmall && !isWanted) ||
    (isSmall && state.phase === 'complete' && list?.source === 'view' && isNewer(list, state));
  useWantedCollection(collection, isWanted && pages !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list is loaded for itself.
  useEffect(() => {
    if (!isDue) return;
    return isWanted ? load() : whenIdle(loadSmall);
  }, [isDue, isWanted, load, loadSmall, source]);
  // The API's page is a part of the list that can be asked at once.
  const offered = isWanted && state.isWaiting && state.covered === 0 && list?.source === 'view' ? list.page : undefined;
  useEffect(() => {
    if (offered) offer(offered);
  }, [offered, offer]);
  const mayBeKept = state.phase === 'none' && (isWanted || pages !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list is kept for itself.
  useEffect(() => {
    if (!mayBeKept) return;
    return isWanted ? restore() : whenIdle(restore);
  }, [mayBeKept, isWanted, restore, source]);
}

/** Loads a collection once it `isWanted`, where nobody has begun that as a whole: what the reader has stopped stays so. */
export function useWantedCollection({ source, state, load }: ListCollection, isWanted: boolean): void {
  const isDue = isWanted && (state.phase === 'none' || state.phase === 'larger');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list is loaded for itself.
  useEffect(() => {
    if (isDue) load();
  }, [isDue, load, source]);
}

/** Whether the API has said since that the list has another length. */
function isNewer({ page, updatedAtMs }: ShownPage, { total, asOfMs = 0 }: CollectionState): boolean {
  return page.total !== total && updatedAtMs > asOfMs;
}
