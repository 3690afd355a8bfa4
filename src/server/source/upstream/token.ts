import { ApiError } from '../../../contract/api-error.ts';
import { tokenNotProvided, tokenNotValid } from '../../http/errors.ts';

/**
 * The `Authorization` that goes along with a request: that of `serverToken` when there is one, whatever the caller sent, and
 * otherwise the caller's header or `?token=`. OPTIONS is answered without a token, so the server's is not spent on it.
 * Throws 401 for a token with impossible characters, and for a missing one where `requireToken`.
 */
export function authorizationFor(
  request: Request,
  tokens: { callerToken: string | undefined; serverToken: string | undefined; requireToken: boolean },
): string | undefined {
  const { callerToken, serverToken, requireToken } = tokens;
  const isAsking = request.method === 'OPTIONS';
  if (serverToken !== undefined) return isAsking ? undefined : `Bearer ${serverToken}`;
  const header = request.headers.get('authorization');
  if (header !== null && header !== '') return header;
  if (callerToken === undefined) {
    if (requireToken && !isAsking) throw tokenNotProvided();
    return undefined;
  }
  if (!isToken(callerToken)) throw tokenNotValid();
  return `Bearer ${callerToken}`;
}

/** Whether one `name=value` of a query string is the API's `token`, however its name is encoded. */
function isTokenPair(pair: string): boolean {
  // URLSearchParams drops a leading `?`. With one added here, a name that begins with `?` keeps its own.
  return new URLSearchParams(`?${pair}`).has('token');
}

function pairsOf(search: string): string[] {
  return search.replace(/^\?/, '').split('&');
}

/** A query string without any token, the rest as it was written. It begins with `?` unless it is empty. */
export function withoutToken(search: string): string {
  const rest = pairsOf(search).filter((pair) => !isTokenPair(pair));
  return rest.join('&') === '' ? '' : `?${rest.join('&')}`;
}

/**
 * Splits a query string into the caller's token and the rest, which stays as it was written. `token` is `undefined` when there
 * is none or it is empty (CONTRACT: "An empty value counts as absent"). Throws 400 `invalid-parameter` for more than one.
 */
export function takeToken(search: string): { readonly token: string | undefined; readonly search: string } {
  const tokens = pairsOf(search).filter(isTokenPair);
  if (tokens.length > 1) {
    const message = 'Parameter "token" was given more than once; accepted is one token';
    throw new ApiError({ status: 400, type: 'invalid-parameter', message });
  }
  const token = new URLSearchParams(tokens[0]).get('token');
  return { token: token || undefined, search: withoutToken(search) };
}

/** Whether `text` can stand in an `Authorization` header: visible ASCII, no spaces. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
