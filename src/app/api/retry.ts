import type { RequestFailure } from './request-failure.ts';

const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** A server that asks for more is asked once an hour: a page that waits for weeks helps nobody, and a timer holds no month. */
const longestAskedMs = 3_600_000;

/**
 * How long to wait after a failure before the same request is sent again, in ms: what the server asked for, an hour at most;
 * else (CONTRACT, 429: "back off from 500 ms, doubling, with jitter") 500 ms doubling up to 30 s, each stretched by up to a half.
 * `attempt` counts from 0.
 */
export function retryWaitMs(attempt: number, failure: RequestFailure): number {
  if (failure.retryAfterMs !== undefined) return Math.min(failure.retryAfterMs, longestAskedMs);
  const waitMs = Math.min(firstWaitMs * 2 ** Math.min(attempt, 30), longestWaitMs);
  return Math.round(waitMs * (1 + failure.jitter / 2));
}

/**
 * Whether a request is sent again by itself: only when the server asked for patience. Every other failure is told to the reader
 * at once, who knows better whether trying again helps.
 */
export function retriesByItself(_attempt: number, failure: RequestFailure): boolean {
  return failure.kind === 'rate-limited';
}

/** How often the page asks whether the list has changed, in ms. */
export const probeIntervalMs = 15_000;
const longestProbeWaitMs = 300_000;

/**
 * The wait before a probe that failed is sent again, in ms: 15 s doubling up to 5 min, never less than what the server asked
 * for, an hour at most. `attempt` counts from 0.
 */
export function probeWaitMs(attempt: number, failure: RequestFailure): number {
  const waitMs = Math.min(probeIntervalMs * 2 ** Math.min(attempt, 30), longestProbeWaitMs);
  return Math.max(waitMs, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}

/** `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3); `undefined` when absent or neither. */
export function readRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
