import { RequestFailure } from '../../api/request-failure.ts';
import type { KeptCollection } from '../keep/kept-collection.ts';
import type { CollectionState, LoadFailure } from '../read/collection-state.ts';
import type { LoadProgress } from '../read/load-progress.ts';
import type { SyncedCollection } from '../read/sync-collection.ts';

/** What changes with an answer. `retryAtMs` is when a request that failed is sent again. */
export function changeByProgress(
  progress: LoadProgress,
  retryAtMs: number | undefined,
): Pick<CollectionState, 'total'> & { readonly progress: NonNullable<CollectionState['progress']> } {
  const { rows, total, isChecking, requests, expectedRequests, remainingMs } = progress;
  return { total, progress: { rows, isChecking, requests, expectedRequests, remainingMs, retryAtMs } };
}

/** What changes with a collection that was kept, on this device or just now by another tab. */
export function changeByKept({ collection, asOfMs, oldRows, problems }: KeptCollection): Partial<CollectionState> {
  const { count } = collection;
  return { covered: count, total: count, wasWhole: true, asOfMs, oldRows, progress: undefined, problems };
}

/** What changes with a collection that was loaded, or brought up to date from what is there. */
export function changeByLoad(
  { asKept, ...loaded }: SyncedCollection,
  before: Pick<CollectionState, 'asOfMs' | 'problems'> & { readonly nowMs: number },
): Omit<CollectionState, 'version' | 'failure' | 'refreshes' | 'isWaiting'> {
  const oldRows = asKept.reduce((rows, { from, to }) => rows + to - from, 0);
  const told = new Set(loaded.problems.map(({ rule }) => rule));
  // What was wrong with rows that were not read again still is.
  const remaining = oldRows === 0 ? [] : before.problems.filter(({ rule }) => !told.has(rule));
  return {
    phase: loaded.complete ? 'complete' : 'partial',
    covered: loaded.count,
    total: loaded.total,
    pageRows: loaded.pageRows,
    wasWhole: loaded.complete,
    asOfMs: oldRows === 0 ? before.nowMs : (before.asOfMs ?? before.nowMs),
    oldRows,
    progress: undefined,
    isHeld: false,
    problems: [...loaded.problems, ...remaining],
  };
}

/** What a load failed with. */
export function failureOf(error: unknown): LoadFailure {
  if (error instanceof RequestFailure) {
    const { kind, status, type, message } = error;
    return { kind, status, type, message };
  }
  return {
    kind: 'unreachable',
    status: 0,
    type: 'failed',
    message: error instanceof Error ? error.message : String(error),
  };
}
