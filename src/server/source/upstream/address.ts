import { pageNotFound } from '../../http/errors.ts';
import { SourceError } from '../interface/source-definition.ts';
import { withoutToken } from './token.ts';

/** The one server that `--upstream` names. */
export interface UpstreamAddress {
  /** Scheme, host and port, as `https://api.example.com`. */
  readonly origin: string;
  /** What stands before `/v2`: empty, or a path that begins with a slash and does not end with one. */
  readonly basePath: string;
  /** The host for people, with its port when that is not the scheme's own. */
  readonly host: string;
}

/**
 * Reads the value of `--upstream`: an http or https address, perhaps with a base path, perhaps with the `/v2` that every
 * path of the API begins with anyway. What may be a secret is not repeated.
 * @throws SourceError saying what is wrong with the value
 */
export function readUpstreamAddress(text: string): UpstreamAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    throw new SourceError('the address must not hold a user name or password; SETLIST_UPSTREAM_TOKEN is for tokens');
  }
  if (url?.search || url?.hash) {
    throw new SourceError('the address must end with its path, without a query ("?…") or fragment ("#…")');
  }
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new SourceError(`"${text}" is not an http:// or https:// address, such as https://api.apify.com`);
  }
  const basePath = url.pathname.replace(/\/+$/, '').replace(/\/v2$/, '').replace(/\/+$/, '');
  return { origin: url.origin, basePath, host: url.host };
}

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
  // Setting the path has removed characters that a URL cannot hold, such as a tab. The resulting path is checked too.
  if (!target.pathname.startsWith(`${address.basePath}/v2/`)) throw pageNotFound(pathname);
  return target;
}

/**
 * `Location` of an answer to a request for `target`, as the caller may follow it: the same place by way of this server, as a
 * path. `undefined` when it leads elsewhere: a client that follows it would send its token there.
 */
export function passedLocation(
  address: UpstreamAddress,
  options: { location: string; target: URL },
): string | undefined {
  const { location, target } = options;
  if (!URL.canParse(location, target)) return undefined;
  const url = new URL(location, target);
  const below = `${address.basePath}/v2/`;
  if (url.origin !== address.origin || !url.pathname.startsWith(below)) return undefined;
  return url.pathname.slice(address.basePath.length) + withoutToken(url.search);
}
