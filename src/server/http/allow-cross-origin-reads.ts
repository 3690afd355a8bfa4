import type { MiddlewareHandler } from 'hono';

/** What a dashboard at another origin needs to see beside the body (CONTRACT: the pagination and rate-limit headers). */
const exposedHeaders = [
  ...['total', 'offset', 'limit', 'count', 'desc'].map((name) => `x-apify-pagination-${name}`),
  'X-RateLimit-Limit',
  'Retry-After',
].join(', ');

const preflightHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'Authorization',
  'Access-Control-Max-Age': '86400',
};

/**
 * CORS for reading, for a server where every request needs a token: any page that has one may read, without cookies, and
 * none may write. A preflight asks without the token and is answered before anybody looks for one.
 */
export function allowCrossOriginReads(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined) {
      return new Response(null, { status: 204, headers: preflightHeaders });
    }
    await next();
    c.res.headers.set('Access-Control-Allow-Origin', '*');
    c.res.headers.set('Access-Control-Expose-Headers', exposedHeaders);
    return undefined;
  };
}
