import { requestOrigin } from './request-origin.ts';

/** The base of the links that answers hold: the public URL, or else where the request was sent to. No slash at its end. */
export function createBaseUrlOf(publicUrl: URL | undefined): (request: Request) => string {
  const publicBase = publicUrl && `${publicUrl.origin}${publicUrl.pathname.replace(/\/+$/, '')}`;
  return (request) => publicBase ?? requestOrigin(request) ?? new URL(request.url).origin;
}
