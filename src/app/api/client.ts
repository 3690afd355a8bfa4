import type { AnswerShape } from './answer-shape.ts';
import { parseJson } from './parse-json.ts';
import { RequestFailure } from './request-failure.ts';

/** One request. */
export interface JsonRequest {
  readonly url: string;
  /** Sent as `Authorization: Bearer`, never in an address. */
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  /**
   * `omit` keeps the browser from answering with what it has preloaded, which it does whatever the headers say (Fetch, "consume a
   * preloaded resource": address, mode and credentials alone are compared).
   */
  readonly credentials?: 'same-origin' | 'omit';
}

/** An answer of the API, not yet looked into. */
export interface JsonAnswer {
  readonly value: unknown;
  /** HTTP status. */
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Asks the API and returns its answer, validated. Throws a `RequestFailure` that says which of the known things went wrong; a
 * request that was given up rejects with the reason of its `signal`.
 */
export async function request<Answer>(options: JsonRequest & { readonly shape: AnswerShape<Answer> }): Promise<Answer> {
  const { shape, signal } = options;
  const { value, status } = await requestJson(options);
  if (shape.isPlain?.(value)) return value;
  // A page that cannot load the rest of itself has lost its server.
  const { checkAnswer } = await orUnreachable(import('./check-answer.ts'), signal);
  const checked = await orUnreachable(checkAnswer(shape, value), signal);
  if ('answer' in checked) return checked.answer;
  throw new RequestFailure({
    kind: 'malformed',
    status,
    type: 'answer-of-another-shape',
    message: checked.problem,
  });
}

/** As `request`, for who looks into the answer without a schema. */
export async function requestJson(options: JsonRequest): Promise<JsonAnswer> {
  const { url, token, signal, credentials = 'same-origin' } = options;
  const headers = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  // Past the browser's cache, for there a request waits (in Chromium 20 s) for one of the same address that is still on its way, and
  // the preload is, whatever becomes of the request that it was for. What is preloaded is used all the same.
  const asked = fetch(url, { cache: 'no-store', signal, credentials, ...headers });
  const response = await orUnreachable(asked, signal);
  const text = await readText(response, signal);
  // A server that answers is there to load the rest from.
  if (!response.ok) throw (await orUnreachable(import('./bad-answer.ts'), signal)).failureOf(response, text);
  const { status } = response;
  const value = parseJson(text);
  if (value === undefined) throw (await orUnreachable(import('./bad-answer.ts'), signal)).notJson(status, text);
  return { value, status, headers: response.headers };
}

/** What is loaded, from the API or of the page itself. Throws a `RequestFailure` where it cannot be had, or the reason of the `signal`. */
export async function orUnreachable<Loaded>(loaded: Promise<Loaded>, signal: AbortSignal): Promise<Loaded> {
  try {
    return await loaded;
  } catch (error) {
    signal.throwIfAborted();
    throw new RequestFailure({
      kind: 'unreachable',
      status: 0,
      type: 'unreachable',
      message: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

async function readText(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal.throwIfAborted();
    throw new RequestFailure({
      kind: 'malformed',
      status: response.status,
      type: 'answer-broken-off',
      message: 'The connection was closed before the whole answer had arrived.',
      cause: error,
    });
  }
}
