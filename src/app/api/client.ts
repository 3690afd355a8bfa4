import * as v from 'valibot';
import { kindOfStatus, RequestFailure } from './request-failure.ts';
import { readRetryAfterMs } from './retry.ts';

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
  /** CONTRACT, 429: what the server allows each second (`X-RateLimit-Limit`); `undefined` where it does not say. */
  readonly requestsPerSecond: number | undefined;
}

/**
 * Asks the API and returns its answer, validated. Throws a `RequestFailure` that says which of the known things went wrong; a
 * request that was given up rejects with the reason of its `signal`.
 */
export async function request<Schema extends v.GenericSchema>(
  options: JsonRequest & { readonly schema: Schema },
): Promise<v.InferOutput<Schema>> {
  const { value, status } = await requestJson(options);
  const result = v.safeParse(options.schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const message = `At "${v.getDotPath(issue) ?? ''}" of the answer: ${issue.message}.`;
  throw new RequestFailure({ kind: 'malformed', status, type: 'answer-of-another-shape', message });
}

/** As `request`, for who looks into the answer without a schema. */
export async function requestJson(options: JsonRequest): Promise<JsonAnswer> {
  const { url, token, signal, credentials = 'same-origin' } = options;
  const headers = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  // Past the browser's cache: there a request waits (in Chromium 20 s) for one of the same address that is still on its way, and the
  // preload is, whatever becomes of the request that it was for. What is preloaded is used all the same.
  const response = await send(url, { signal, credentials, cache: 'no-store', ...headers });
  const text = await readText(response, signal);
  if (!response.ok) throw failureOf(response, text);
  const { status } = response;
  const value = parseJson(text);
  if (value === undefined) {
    const message = `The answer is not JSON${text === '' ? ': it is empty.' : `. It begins: ${excerptOf(text)}`}`;
    throw new RequestFailure({ kind: 'malformed', status, type: 'answer-not-json', message });
  }
  return { value, status, requestsPerSecond: readRateLimit(response.headers.get('X-RateLimit-Limit')) };
}

async function send(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    init.signal.throwIfAborted();
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

const errorBody = v.object({ error: v.object({ type: v.string(), message: v.string() }) });

/** The failure that an answer with an error status stands for; one without the API's error body says what it has instead. */
function failureOf(response: Response, text: string): RequestFailure {
  const { status } = response;
  const said = v.safeParse(errorBody, parseJson(text));
  return new RequestFailure({
    kind: kindOfStatus(status),
    status,
    type: said.success ? said.output.error.type : `http-${status}`,
    message: said.success
      ? said.output.error.message
      : (excerptOf(text) ?? `The server answered ${status} and nothing else.`),
    retryAfterMs: readRetryAfterMs(response.headers.get('Retry-After'), Date.now()),
  });
}

function readRateLimit(header: string | null): number | undefined {
  const limit = Number(header ?? Number.NaN);
  return limit > 0 && Number.isFinite(limit) ? limit : undefined;
}

/** The value that a text is the JSON of; `undefined`, which JSON cannot say, when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const maxExcerptChars = 200;

/** The beginning of a text, on one line; `undefined` when there is nothing in it. */
function excerptOf(text: string): string | undefined {
  const line = text
    .slice(0, 2 * maxExcerptChars)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length > maxExcerptChars ? `${line.slice(0, maxExcerptChars)}…` : line;
}
