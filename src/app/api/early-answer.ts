/** A request that left before there was anything to handle its answer, and the text of that answer. */
interface EarlyAnswer {
  readonly url: string;
  readonly response: Promise<Response>;
  readonly text: Promise<string>;
  readonly given: AbortController;
}

/**
 * How every request leaves: past the browser's cache, for there a request waits (in Chromium 20 s) for one of the same address that
 * is still on its way, and the preload is, whatever becomes of the request that it was for. What is preloaded is used all the same.
 */
export const requestInit = { credentials: 'same-origin', cache: 'no-store' } as const satisfies RequestInit;

let early: EarlyAnswer | undefined;

/**
 * Asks for `url` without a token, ahead of the page that will want the same. Resolves to the text of an answer that is not an
 * error; to `undefined` for anything else, which is the page's to deal with.
 */
export async function askEarly(url: string): Promise<string | undefined> {
  const given = new AbortController();
  const response = fetch(url, { ...requestInit, signal: given.signal });
  const text = response.then((answer) => answer.text());
  early = { url, response, text, given };
  try {
    const answer = await text;
    return (await response).ok ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The answer that was asked for early, once: another request of the same address is a new one. `signal` gives it up. */
export function takeEarlyAnswer(url: string, signal: AbortSignal): Omit<EarlyAnswer, 'url' | 'given'> | undefined {
  const taken = early;
  if (taken?.url !== url) return undefined;
  early = undefined;
  signal.addEventListener('abort', () => taken.given.abort(signal.reason));
  return taken;
}
