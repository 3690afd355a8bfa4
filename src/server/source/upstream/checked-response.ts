import type { IncomingMessage } from 'node:http';
import { passedLocation, type UpstreamAddress } from './address.ts';
import { answerChunks, checkedBody, streamedBody } from './answer-body.ts';
import { responseHeaders } from './headers.ts';
import { invalidAnswer } from './upstream-error.ts';

/** An answer of the upstream, and what it is checked against. */
interface Received {
  readonly answer: IncomingMessage;
  readonly address: UpstreamAddress;
  readonly method: string;
  readonly target: URL;
  readonly expected: ExpectedBody;
  /** How long the body may stand still. */
  readonly idleTimeoutMs: number;
  /** The token that this server added, which no caller gets to see. */
  readonly serverToken: string | undefined;
}

const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json');
const isPage = (type: string): boolean => type === 'text/html' || type === 'application/xhtml+xml';

function accepts(expected: ExpectedBody, type: string): boolean {
  if (expected === 'anything') return true;
  return expected === 'no-page' ? !isPage(type) : isJson(type);
}

/** Throws 502 `upstream-invalid-response`, naming status and type but not the body, when the type is not what it may be. */
function checkType(
  { address, answer, method, expected }: Received,
  options: { status: number; headers: Headers },
): void {
  const { status, headers } = options;
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (method === 'HEAD' && type === '') return;
  if (accepts(status >= 400 ? 'json' : expected, type)) return;
  const retryAfter = answer.headers['retry-after'];
  throw invalidAnswer(
    address.host,
    `answered with status ${status} and ${type === '' ? 'no content type' : type}, which is not of the API`,
    retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
  );
}

/** The answer to a redirect: no body, and a `Location` that leads to the upstream by way of this server. */
function redirect({ address, answer, target }: Received, options: { status: number; headers: Headers }): Response {
  const { status, headers } = options;
  const { location } = answer.headers;
  const passed = location && passedLocation(address, { location, target });
  if (!passed) {
    const to = location && URL.canParse(location, target) ? new URL(location, target).origin : 'nowhere';
    throw invalidAnswer(address.host, `redirected (status ${status}) to ${to}, which is not followed`);
  }
  answer.resume();
  for (const name of ['content-length', 'content-type', 'content-encoding']) headers.delete(name);
  headers.set('location', passed);
  return new Response(null, { status, headers });
}

async function withBody(received: Received, options: { status: number; headers: Headers }): Promise<Response> {
  const { answer, address, expected, idleTimeoutMs, serverToken } = received;
  const { status, headers } = options;
  const { host } = address;
  const location = answer.headers.location;
  const passed = location && passedLocation(address, { location, target: received.target });
  if (passed) headers.set('location', passed);
  const shape =
    status >= 400 ? 'error' : expected === 'data' && (status === 200 || status === 201) ? 'data' : undefined;
  if (shape !== undefined) {
    const body = await checkedBody({ answer, host, headers, shape, idleTimeoutMs, serverToken });
    return new Response(body, { status, headers });
  }
  const chunks = answerChunks(answer, { host, idleTimeoutMs });
  // As long as no byte has been passed on, a body that breaks off can still be answered with an error.
  const { done, value } = await chunks.next();
  const first = done ? [] : [value];
  return new Response(streamedBody({ first, rest: chunks, answer }), { status, headers });
}

/**
 * The answer of the upstream as the caller gets it: status, headers and bytes as they came when they are the API's, otherwise
 * a thrown 502 `upstream-invalid-response`. Whatever is thrown, the connection to the upstream is ended.
 */
export async function checkedResponse(received: Received): Promise<Response> {
  const { answer, address, method } = received;
  try {
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 599) throw invalidAnswer(address.host, `answered with status ${status}`);
    const headers = responseHeaders(answer.rawHeaders, received.serverToken);
    if (status >= 300 && status < 400 && status !== 304) return redirect(received, { status, headers });
    const hasBody = method !== 'HEAD' && ![204, 205, 304].includes(status);
    if (hasBody || method === 'HEAD') checkType(received, { status, headers });
    if (hasBody) return await withBody(received, { status, headers });
    answer.resume();
    return new Response(null, { status, headers });
  } catch (error) {
    answer.destroy();
    throw error;
  }
}

/**
 * What a successful answer may hold: `data` is `{"data":{…}}`; `json` any JSON; `no-page` anything but HTML, which is then the
 * page of some gateway in between; `anything` is stored content, whose type its owner chose.
 */
export type ExpectedBody = 'data' | 'json' | 'no-page' | 'anything';

const dataPaths = /^\/v2\/(?:datasets|users)(?:\/[^/]+(?:\/statistics)?)?\/?$/;
const itemsPaths = /^\/v2\/.*(?:\/items|\/run-sync-get-dataset-items)\/?$/;
const storedPaths = /^\/v2\/.*\/(?:records\/[^/]+|run-sync)\/?$/;

/** What the API answers to a request when all is well (CONTRACT, "The other dataset endpoints"). */
export function expectedBody(request: { method: string; pathname: string; search: string }): ExpectedBody {
  const { method, pathname, search } = request;
  if (method === 'OPTIONS') return 'no-page';
  if (dataPaths.test(pathname)) return 'data';
  if (storedPaths.test(pathname)) return 'anything';
  if (!itemsPaths.test(pathname)) return 'no-page';
  if (method === 'POST') return 'json';
  const format = new URLSearchParams(search).get('format') || 'json';
  return format === 'json' ? 'json' : format === 'html' ? 'anything' : 'no-page';
}
