import { useState, useSyncExternalStore } from 'react';

/**
 * Whether `durationMs` have passed since `sinceMs` (by `performance.now()`), or since the component came on screen. Another `key` on it
 * starts anew.
 */
export function useElapsed(durationMs: number, sinceMs?: number): boolean {
  const [timer] = useState(() => createTimer((sinceMs ?? performance.now()) + durationMs));
  return useSyncExternalStore(timer.subscribe, timer.isElapsed, timer.isElapsed);
}

function createTimer(endsAtMs: number) {
  let elapsed = false;
  return {
    isElapsed: () => elapsed,
    subscribe(listener: () => void): () => void {
      const timer = setTimeout(
        () => {
          elapsed = true;
          listener();
        },
        Math.max(0, endsAtMs - performance.now()),
      );
      return () => clearTimeout(timer);
    },
  };
}
