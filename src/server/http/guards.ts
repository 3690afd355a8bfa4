import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { shortened } from './errors.ts';

/** Refuses what was sent to another host than ours, pages and API alike: 403 `insufficient-permissions`. */
export function guardHost(publicUrl: URL | undefined): MiddlewareHandler {
  return async (c, next) => {
    const host = requestHost(c.req.raw);
    if (!isAllowedHost(host, publicUrl)) {
      throw new ApiError({
        status: 403,
        type: 'insufficient-permissions',
        message: `This server does not answer for the host "${shortened(host)}". Start it with --public-url if it should.`,
      });
    }
    await next();
  };
}

const hostForm = /^([^:]+|\[[^\]]+\])(?::(\d{1,5}))?$/;
const localName = /^(?:[a-z0-9-]+\.)*localhost$/;
const loopbackAddress = /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/;
const maxPort = 65_535;

function isLoopback(hostname: string): boolean {
  return localName.test(hostname) || loopbackAddress.test(hostname) || hostname === '[::1]';
}

/** Whether a `Host` is the public one: the scheme decides which port need not be written. */
function isHostOf(publicUrl: URL, host: string): boolean {
  const url = `${publicUrl.protocol}//${host}/`;
  return URL.canParse(url) && new URL(url).href === `${publicUrl.protocol}//${publicUrl.host}/`;
}

/**
 * Whether a request that names this `Host` is meant for us: a loopback name or address with any port, or that of the public
 * URL. Any other may be a page whose own name was made to resolve to this machine (DNS rebinding).
 */
export function isAllowedHost(host: string, publicUrl: URL | undefined): boolean {
  const [, hostname = '', port = '0'] = hostForm.exec(host.toLowerCase()) ?? [];
  // The name must also be valid in a URL, which `xn--a.localhost` is not.
  if (hostname === '' || Number(port) > maxPort || !URL.canParse(`http://${host}/`)) return false;
  return isLoopback(hostname) || (publicUrl !== undefined && isHostOf(publicUrl, host));
}

const reads: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Values of `Sec-Fetch-Site` that a request from a page of another origin has; `none` means that the user typed the address. */
const elsewhere: readonly (string | null)[] = ['cross-site', 'same-site'];

/** Whether a browser says that a page of another origin sent this request. Programs send neither header. */
function isFromElsewhere(request: Request, publicUrl: URL | undefined): boolean {
  const origin = request.headers.get('origin');
  const isForeign = origin !== null && origin !== requestOrigin(request) && origin !== publicUrl?.origin;
  return isForeign || elsewhere.includes(request.headers.get('sec-fetch-site'));
}

/** Refuses writes that a page of another origin sends (it may not read the answer, but the write would be done): 403. */
export function guardOrigin(publicUrl: URL | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (!reads.includes(c.req.method) && isFromElsewhere(c.req.raw, publicUrl)) {
      throw new ApiError({
        status: 403,
        type: 'insufficient-permissions',
        message: 'A page of another origin may not change anything here.',
      });
    }
    await next();
  };
}

/** The `Host` that a request names; one that was never sent over a wire has only its URL. */
function requestHost(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

/** The origin that a request was sent to, such as `http://localhost:4780`; `undefined` when its `Host` is not one. */
export function requestOrigin(request: Request): string | undefined {
  const url = `${new URL(request.url).protocol}//${requestHost(request)}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
