import { pageNotFound } from '../../http/page-not-found.ts';
import type { UpstreamAddress } from './upstream-address.ts';

/** A slash or backslash, as it is or percent-encoded, once or more (`%2f`, `%252f`). */
const separator = /[/\\]|%(?:25)*(?:2f|5c)/i;
/** `.` or `..`, each dot as it is or percent-encoded. */
const dotSegment = /^(?:\.|%(?:25)*2e){1,2}$/i;

/**
 * Where a request for `pathname` and `search` goes: always the upstream's own origin, always below its base path. The path is
 * set on a URL of that origin and never resolved against it, so that `//host` stays a path. Throws 404 `page-not-found` for
 * a path outside `/v2/`, and for one that would leave it once some server has decoded it (`/v2/..%2f..%2fadmin`).
 */
export function targetUrl(address: UpstreamAddress, request: { pathname: string; search: string }): URL {
  const { pathname, search } = request;
  if (!pathname.startsWith('/v2/') || pathname.split(separator).some((segment) => dotSegment.test(segment))) {
    throw pageNotFound(pathname);
  }
  const target = new URL(address.origin);
  target.pathname = address.basePath + pathname;
  target.search = search;
  // The URL has dropped what a URL cannot hold, such as a tab; what that made of the path is looked at too.
  if (!target.pathname.startsWith(`${address.basePath}/v2/`)) throw pageNotFound(pathname);
  return target;
}
