/** `setTimeout` fires at once when it is given more, in ms. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Until that many ms have gone by, in a task of its own: with 0 as soon as the browser has done what it has waiting. Rejects with the
 * reason of the signal when that comes first.
 */
export function after(delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    function stop(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    function end(): void {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    const timer = setTimeout(end, Math.min(delayMs, longestTimerMs));
    signal?.addEventListener('abort', stop, { once: true });
  });
}
