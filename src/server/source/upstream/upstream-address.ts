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
 * path of the API begins with anyway. Throws an error for the command line, which says whose value it was; what may be a secret is not repeated.
 */
export function readUpstreamAddress(text: string): UpstreamAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    throw new Error('the address must not hold a user name or password; SETLIST_UPSTREAM_TOKEN is for tokens');
  }
  if (url?.search || url?.hash) {
    throw new Error('the address must end with its path, without a query ("?…") or fragment ("#…")');
  }
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`"${text}" is not an http:// or https:// address, such as https://api.apify.com`);
  }
  const basePath = url.pathname.replace(/\/+$/, '').replace(/\/v2$/, '').replace(/\/+$/, '');
  return { origin: url.origin, basePath, host: url.host };
}
