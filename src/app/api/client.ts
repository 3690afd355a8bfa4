import * as v from 'valibot';
import { requestInit, takeEarlyAnswer } from './early-answer.ts';
import { kindOfStatus, RequestFailure } from './request-failure.ts';
import { readRetryAfterMs } from './retry.ts';

/** One request. */
interface ApiRequest<Schema extends v.GenericSchema> {
  readonly url: string;
  readonly schema: Schema;
  /** Sent as `Authorization: Bearer`, never in an address. */
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  /**
   * `omit` keeps the browser from answering with what it has preloaded, which it does whatever the headers say (Fetch, "consume a
   * preloaded resource": address, mode and credentials alone are compared).
   */
  readonly credentials?: 'same-origin' | 'omit';
}

/**
 * Asks the API and returns its answer, validated. Throws a `RequestFailure` that says which of the known things went wrong; a
 * request that was given up rejects with the reason of its `signal`.
 */
export async function request<Schema extends v.GenericSchema>(
  options: ApiRequest<Schema>,
): Promise<v.InferOutput<Schema>> {
  const { url, schema, token, signal, credentials = 'same-origin' } = options;
  const headers = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  const early = token === undefined ? takeEarlyAnswer(url, signal) : undefined;
  const response = await send(
    early?.response ?? fetch(url, { ...requestInit, signal, credentials, ...headers }),
    signal,
  );
  const text = await readText({ response, text: early?.text ?? response.text(), signal });
  if (!response.ok) throw failureOf(response, text);
  return parse(schema, { text, status: response.status });
}

async function send(sent: Promise<Response>, signal: AbortSignal): Promise<Response> {
  try {
    return await sent;
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

async function readText(answer: {
  readonly response: Response;
  readonly text: Promise<string>;
  readonly signal: AbortSignal;
}): Promise<string> {
  const { response, text, signal } = answer;
  try {
    return await text;
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

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: { readonly text: string; readonly status: number },
): v.InferOutput<Schema> {
  const { text, status } = answer;
  const value = parseJson(text);
  if (value === undefined) {
    const message = `The answer is not JSON${text === '' ? ': it is empty.' : `. It begins: ${excerptOf(text)}`}`;
    throw new RequestFailure({ kind: 'malformed', status, type: 'answer-not-json', message });
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const message = `At "${v.getDotPath(issue) ?? ''}" of the answer: ${issue.message}.`;
  throw new RequestFailure({ kind: 'malformed', status, type: 'answer-of-another-shape', message });
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
