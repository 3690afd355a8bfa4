import autocannon from 'autocannon';
import { quantile } from '../statistics.ts';

/** How a server answered one request sent over and over. */
export interface Load {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
}

/** One request, and how it is sent over and over. */
export interface LoadOptions {
  readonly url: string;
  /** Each sends its next request when it has the answer to the last one. */
  readonly connections: number;
  /** In all. */
  readonly requests: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const checkIntervalMs = 20;

/**
 * Sends the request over and over with autocannon. Its own statistics are in whole milliseconds, so the time of every answer
 * is taken here. Throws when any was not 200.
 */
export async function measureLoad({ url, connections, requests, headers = {} }: LoadOptions): Promise<Load> {
  const durationsMs: number[] = [];
  const startedAtMs = performance.now();
  let lastAtMs = startedAtMs;
  const run = autocannon({ url, connections, amount: requests, headers, sampleInt: checkIntervalMs });
  run.on('response', (_client, _status, _bytes, durationMs) => {
    durationsMs.push(durationMs);
    lastAtMs = performance.now();
  });
  const { errors, timeouts, non2xx } = await run;
  if (errors + timeouts + non2xx > 0 || durationsMs.length < requests) {
    throw new Error(`${url} answered ${durationsMs.length} of ${requests} requests, ${non2xx} of them not with 200.`);
  }
  return {
    p50Ms: quantile(durationsMs, 0.5),
    p99Ms: quantile(durationsMs, 0.99),
    requestsPerSecond: (durationsMs.length / (lastAtMs - startedAtMs)) * 1000,
  };
}
