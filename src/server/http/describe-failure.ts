import { inspect } from 'node:util';

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
