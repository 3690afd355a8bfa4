import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { requestOrigin } from './request-origin.ts';

const reads: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Values of `Sec-Fetch-Site` that tell of a page which is not ours; `none` is the user's own doing. */
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
