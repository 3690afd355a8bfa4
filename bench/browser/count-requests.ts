import type { CDPSession } from '@playwright/test';

/** What a page has asked for. */
export interface Traffic {
  readonly requests: number;
  /** As received, headers included. */
  readonly bytes: number;
}

/**
 * Counts the answers that a page gets, from now on, as the browser's network stack tells of them. The icon in the tab, which the
 * browser asks for by itself, is not among them.
 */
export async function countRequests(session: CDPSession): Promise<() => Traffic> {
  let requests = 0;
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => ({ requests, bytes });
}
