import type { MiddlewareHandler } from 'hono';

/** Gives every response the headers that it must carry, whoever made it. The response's headers must be its own to change. */
export function setHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = isApiPath(c.req.path) ? apiHeaders : pageHeaders;
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

const noEmbedding = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const apiPolicy = `default-src 'none'; ${noEmbedding}`;
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  noEmbedding,
].join('; ');

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The headers of every answer of the API: nothing in it may run, be embedded, be guessed at or be kept by a cache. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': apiPolicy,
  ...always,
  'Cache-Control': 'no-store',
};

/** The headers of every answer of the dashboard: only files of this server run or show, no inline script, no eval. */
const pageHeaders: Readonly<Record<string, string>> = { 'Content-Security-Policy': pagePolicy, ...always };

/** Whether a path belongs to the API; every other one belongs to the dashboard. */
function isApiPath(path: string): boolean {
  return path === '/v2' || path.startsWith('/v2/');
}

/** What a list says of the page that it gives, in headers of these names (CONTRACT: on every list that pages by offset). */
const paginationNames = ['total', 'offset', 'limit', 'count', 'desc'] as const;

/** The headers of every answer that is a page by offset: what was applied, and how many rows there are. */
export function paginationHeaders(
  page: Readonly<Record<(typeof paginationNames)[number], number | boolean>>,
): Record<string, string> {
  return Object.fromEntries(paginationNames.map((name) => [paginationHeader(name), String(page[name])]));
}

function paginationHeader(name: string): string {
  return `x-apify-pagination-${name}`;
}

/** What a dashboard at another origin needs to see beside the body (CONTRACT: the pagination and rate-limit headers). */
const exposedHeaders = [...paginationNames.map(paginationHeader), 'X-RateLimit-Limit', 'Retry-After'].join(', ');

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
