import * as v from 'valibot';
import type { CollectionProgress } from '../read/collection-state.ts';

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
  /** Does something when no other tab is at it, or the one that is has fallen asleep. Rejects with the reason of the signal. */
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

/**
 * Who has the lock says so all the time, since a browser may put a page to sleep that has it: WebKit keeps those that were left for the
 * way back, with their workers and the locks of these, and gives a sleeping one also the lock that it waits for.
 */
const awake = 'awake';
const sayAwakeEveryMs = 1000;
const asleepAfterMs = 5000;
const asleep = new DOMException('The tab that loads the list has fallen asleep.', 'AbortError');

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
  let onHeard: ((data: unknown) => void) | undefined;
  channel?.addEventListener('message', ({ data }) => onHeard?.(data));

  async function sayingSo<Result>(act: () => Promise<Result>): Promise<Result> {
    const saying = setInterval(() => channel?.postMessage(awake), sayAwakeEveryMs);
    try {
      return await act();
    } finally {
      clearInterval(saying);
    }
  }

  return {
    async alone(act, { signal, onTold, onWaiting = () => {} }) {
      if (locks === undefined) return await act();
      const silence = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const awaitWord = () => {
        clearTimeout(timer);
        // Without a channel nobody is heard, asleep or not.
        if (channel !== undefined) timer = setTimeout(() => silence.abort(asleep), asleepAfterMs);
      };
      let isWaiting = false;
      const moment = setTimeout(() => {
        isWaiting = true;
        onWaiting(true);
      }, momentMs);
      const stopWaiting = () => {
        clearTimeout(timer);
        clearTimeout(moment);
        onHeard = undefined;
        if (isWaiting) onWaiting(false);
        isWaiting = false;
      };
      onHeard = (data) => {
        awaitWord();
        // A tab may have another version of this page.
        const told = v.safeParse(sharedProgress, data);
        if (told.success) onTold(told.output);
      };
      awaitWord();
      try {
        return await locks.request(name, { signal: AbortSignal.any([signal, silence.signal]) }, () => {
          stopWaiting();
          return sayingSo(act);
        });
      } catch (error) {
        if (error !== asleep) throw error;
        stopWaiting();
        return await sayingSo(act);
      } finally {
        stopWaiting();
      }
    },
    tell: (told) => channel?.postMessage(told),
    close: () => channel?.close(),
  };
}
