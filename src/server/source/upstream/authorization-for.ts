import { tokenNotProvided, tokenNotValid } from '../../http/token-error.ts';
import { isToken } from './is-token.ts';

/**
 * The `Authorization` that goes along with a request: that of `serverToken` when there is one, whatever the caller sent, and
 * otherwise the caller's header or `?token=`. OPTIONS is answered without a token, so the server's is not spent on it.
 * Throws 401 for a token that can be none, and for none at all where `requireToken`.
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
