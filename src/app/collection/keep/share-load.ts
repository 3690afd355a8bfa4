import * as v from 'valibot';
import type { CollectionProgress } from '../worker/collection-state.ts';

/** What a tab that loads a list tells the others that wait for it. */
export interface SharedProgress {
  readonly total: number;
  readonly progress: CollectionProgress;
}

interface AloneOptions {
  readonly signal: AbortSignal;
  /** Hears how far the other tab is. */
  readonly onTold: (told: SharedProgress) => void;
  /** Hears that the other tab is waited for longer than a moment, and that it is no more. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

/** What is soon there needs nothing in its place, in ms. */
const momentMs = 100;

/** One load of a list at a time, of all tabs. */
export interface LoadShare {
  /** Does something when no other tab is at it. Rejects with the reason of the signal. */
  readonly alone: <Result>(act: () => Promise<Result>, options: AloneOptions) => Promise<Result>;
  /** Tells the others, whoever waits. */
  readonly tell: (told: SharedProgress) => void;
  readonly close: () => void;
}

/** Browsers have both but on a page that came over plain HTTP, and old ones. */
export interface ShareApis {
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly openChannel: ((name: string) => TabChannel) | undefined;
}

/** The part of a `BroadcastChannel` that is needed. */
export interface TabChannel {
  readonly postMessage: (data: unknown) => void;
  readonly addEventListener: (type: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly close: () => void;
}

const sharedProgress = v.object({
  total: v.number(),
  progress: v.object({
    rows: v.number(),
    isChecking: v.boolean(),
    requests: v.number(),
    expectedRequests: v.number(),
    remainingMs: v.number(),
    retryAtMs: v.undefinedable(v.number()),
  }),
});

/** Shares the loads of the list with this key. Without the means to, each tab loads for itself. */
export function shareOf(key: string, { locks, openChannel }: ShareApis): LoadShare {
  const name = `setlist load ${key}`;
  const channel = openChannel?.(name);
  let onTold: ((told: SharedProgress) => void) | undefined;
  channel?.addEventListener('message', ({ data }) => {
    // A tab may have another version of this page.
    const told = v.safeParse(sharedProgress, data);
    if (told.success) onTold?.(told.output);
  });
  return {
    async alone(act, options) {
      if (locks === undefined) return await act();
      const { signal, onWaiting = () => {} } = options;
      onTold = options.onTold;
      let isWaiting = false;
      const timer = setTimeout(() => {
        isWaiting = true;
        onWaiting(true);
      }, momentMs);
      const endWaiting = () => {
        onTold = undefined;
        clearTimeout(timer);
        if (isWaiting) onWaiting(false);
        isWaiting = false;
      };
      try {
        return await locks.request(name, { signal }, () => {
          endWaiting();
          return act();
        });
      } finally {
        endWaiting();
      }
    },
    tell: (told) => channel?.postMessage(told),
    close: () => channel?.close(),
  };
}
