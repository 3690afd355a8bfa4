import { withoutToken } from './take-token.ts';
import type { UpstreamAddress } from './upstream-address.ts';

/**
 * `Location` of an answer to a request for `target`, as the caller may follow it: the same place by way of this server, as a
 * path. `undefined` when it is elsewhere, which no caller is sent to: a client would take its token along.
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
