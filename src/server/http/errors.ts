import { inspect } from 'node:util';
import { ApiError, type ErrorType } from '../../contract/api-error.ts';
import { jsonResponse } from './json-response.ts';

const internalError: { readonly type: ErrorType; readonly message: string } = {
  type: 'internal-error',
  message: 'The server failed to answer this request. Its log says why.',
};

/**
 * The response of a thrown error, in the shape of CONTRACT ("Every error is `{"error":{"type","message"}}`"). An `ApiError`
 * says itself what it is; of anything else the caller learns nothing but that the server failed.
 */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof ApiError)) return jsonResponse(JSON.stringify({ error: internalError }), { status: 500 });
  const { status, type, message, headers } = error;
  return jsonResponse(JSON.stringify({ error: { type, message } }), { status, headers });
}

/** What a request may carry as its token, in every spelling that an error could repeat. */
function tokensOf(request: Request): readonly string[] {
  const authorization = (request.headers.get('authorization') ?? '').replace(/^(?:Bearer|Basic)\s+/i, '').split(/\s+/);
  const query = new URL(request.url).searchParams.getAll('token');
  return [...authorization, ...query, ...query.map(encodeURIComponent)].filter((token) => token !== '');
}

/** One entry of the log for an unexpected error: method, path and the error, never the query and never a token. */
export function describeFailure(error: unknown, request: Request): string {
  const entry = `${request.method} ${new URL(request.url).pathname}: ${inspect(error)}`;
  return tokensOf(request).reduce((text, token) => text.replaceAll(token, '[token]'), entry);
}

/** 400 for a body, or a request, that is not what it must be; `message` names what is wrong with it. */
export function invalidRequest(message: string): ApiError {
  return new ApiError({ status: 400, type: 'invalid-request', message });
}

/** 405 with `Allow` (CONTRACT). */
export function methodNotAllowed(method: string, allowed: readonly string[]): ApiError {
  const allow = allowed.join(', ');
  return new ApiError({
    status: 405,
    type: 'method-not-allowed',
    message: `${shortened(method)} is not a method of this address, which has ${allow}.`,
    headers: { Allow: allow },
  });
}

/** 403 for a write where the source can only be read. */
export function readOnly(): ApiError {
  return new ApiError({
    status: 403,
    type: 'insufficient-permissions',
    message: 'The source of these datasets is read-only: nothing can be created, changed or deleted here.',
  });
}

/** 404 for a path that this server does not have (CONTRACT: an unknown path under `/v2`). */
export function pageNotFound(path: string): ApiError {
  return new ApiError({ status: 404, type: 'page-not-found', message: `There is nothing at "${shortened(path)}".` });
}

function unauthorized(type: ErrorType, message: string): ApiError {
  return new ApiError({ status: 401, type, message, headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** 401 for a request without a token where one is needed (CONTRACT). */
export function tokenNotProvided(): ApiError {
  return unauthorized('token-not-provided', 'Authentication token was not provided');
}

/** 401 for a token that belongs to no user (CONTRACT). */
export function tokenNotValid(): ApiError {
  return unauthorized('user-or-token-not-found', 'User was not found or authentication token is not valid');
}

const maxChars = 60;

/** What a client sent, cut to a length that fits a message. */
export function shortened(text: string): string {
  return text.length <= maxChars ? text : `${[...text.slice(0, maxChars)].slice(0, -1).join('')}…`;
}
