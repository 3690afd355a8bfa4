import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { isAllowedHost } from './is-allowed-host.ts';
import { requestHost } from './request-origin.ts';
import { shortened } from './shortened.ts';

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
