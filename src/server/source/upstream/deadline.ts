/** A time limit on waiting for the other side. It does not count while something else is waited for. */
export interface Deadline {
  /** Begins to count, from zero. */
  readonly start: () => void;
  /** Stops counting until the next `start`. */
  readonly stop: () => void;
}

/** Calls `onExpiry` when `timeoutMs` have passed since a `start` without a `stop` or another `start`. */
export function createDeadline(timeoutMs: number, onExpiry: () => void): Deadline {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    timer = setTimeout(onExpiry, timeoutMs);
  };
  return { start, stop };
}
