import { randomUUID } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { methodNotAllowed } from '../../http/errors.ts';
import { targetUrl, type UpstreamAddress } from './address.ts';
import { checkedResponse, expectedBody } from './checked-response.ts';
import { requestHeaders } from './headers.ts';
import { requestBody } from './request-body.ts';
import { sendRequest } from './send-request.ts';
import { authorizationFor, isToken, takeToken } from './token.ts';
import { invalidAnswer, transportError } from './upstream-error.ts';

/** TRACE is not among them: it would send the token back in the body of the answer. */
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** How long an idle connection is kept: shorter than most servers keep theirs, so that few are closed when they are used again. */
const idleConnectionMs = 4000;

/** Names the servers of this kind that a request has passed through, so that it does not go round in circles. */
const passedThrough = 'setlist-passed-through';
const loopMessage = 'leads back to this server; --upstream must name another';

/**
 * The API answered by another server: every request for `/v2/*` goes to the one that `address` names and nowhere else, with the
 * caller's token, or with `token` in its place. Throws an `ApiError`: 502 `upstream-unreachable` and
 * `upstream-invalid-response`, 504 `upstream-timeout`, and what is wrong with the request itself. Throws at once for a `token`
 * with impossible characters.
 */
export function createUpstream(options: {
  address: UpstreamAddress;
  /** The server's own token (SETLIST_UPSTREAM_TOKEN). */
  token?: string | undefined;
  /** How long the upstream may take to answer. */
  headersTimeoutMs?: number | undefined;
  /** How long the body of an answer may stand still. */
  idleTimeoutMs?: number | undefined;
  /** Whether a request without a token is refused here (401) rather than by the upstream. Default: false. */
  requireToken?: boolean | undefined;
}): (request: Request) => Promise<Response> {
  const {
    address,
    token: serverToken,
    headersTimeoutMs = 30_000,
    idleTimeoutMs = 30_000,
    requireToken = false,
  } = options;
  if (serverToken !== undefined && !isToken(serverToken)) {
    throw new Error('SETLIST_UPSTREAM_TOKEN is empty or holds a character that no token has, such as a space');
  }
  const Agent = address.origin.startsWith('https:') ? HttpsAgent : HttpAgent;
  const agent = new Agent({ keepAlive: true, timeout: idleConnectionMs });
  const ownId = randomUUID();

  return async (request) => {
    const { method, signal } = request;
    if (!methods.includes(method)) throw methodNotAllowed(method, methods);
    const { pathname, search } = new URL(request.url);
    const { token: callerToken, search: passedSearch } = takeToken(search);
    const target = targetUrl(address, { pathname, search: passedSearch });
    const authorization = authorizationFor(request, { callerToken, serverToken, requireToken });
    const before = request.headers.get(passedThrough);
    if (before?.includes(ownId)) throw invalidAnswer(address.host, loopMessage);
    const body = await requestBody(request);
    const headers = requestHeaders(request.headers, { authorization, hasBody: body !== null });
    headers[passedThrough] = before ? `${before}, ${ownId}` : ownId;
    const isRead = body === null && ['GET', 'HEAD', 'OPTIONS'].includes(method);
    try {
      const answer = await sendRequest({
        target,
        method,
        headers,
        body,
        signal,
        headersTimeoutMs,
        // A write gets a connection of its own. If a kept one turned out to be closed, it would be unknown whether the write was done.
        agent: isRead && agent,
      });
      const expected = expectedBody({ method, pathname, search });
      return await checkedResponse({ answer, address, method, target, expected, idleTimeoutMs, serverToken });
    } catch (error) {
      throw transportError(address.host, error);
    }
  };
}
