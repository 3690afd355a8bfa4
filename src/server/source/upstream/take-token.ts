import { ApiError } from '../../../contract/api-error.ts';

/** Whether one `name=value` of a query string is the API's `token`, however its name is encoded. */
function isToken(pair: string): boolean {
  // With a `?` of ours before it: one that the name begins with would be left out.
  return new URLSearchParams(`?${pair}`).has('token');
}

function pairsOf(search: string): string[] {
  return search.replace(/^\?/, '').split('&');
}

/** A query string without any token, the rest as it was written; with its `?`, which tells it from one that a name begins with. */
export function withoutToken(search: string): string {
  const rest = pairsOf(search).filter((pair) => !isToken(pair));
  return rest.join('&') === '' ? '' : `?${rest.join('&')}`;
}

/**
 * Splits a query string into the caller's token and the rest, which stays as it was written. `token` is `undefined` when there
 * is none or it is empty (CONTRACT: "An empty value counts as absent"). Throws 400 `invalid-parameter` for more than one.
 */
export function takeToken(search: string): { readonly token: string | undefined; readonly search: string } {
  const tokens = pairsOf(search).filter(isToken);
  if (tokens.length > 1) {
    const message = 'Parameter "token" was given more than once; accepted is one token';
    throw new ApiError({ status: 400, type: 'invalid-parameter', message });
  }
  const token = new URLSearchParams(tokens[0]).get('token');
  return { token: token || undefined, search: withoutToken(search) };
}
