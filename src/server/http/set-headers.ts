import type { MiddlewareHandler } from 'hono';
import { isApiPath } from './is-api-path.ts';
import { apiHeaders, pageHeaders } from './security-headers.ts';

/** Gives every response the headers that it must carry, whoever made it. The response's headers must be its own to change. */
export function setHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = isApiPath(c.req.path) ? apiHeaders : pageHeaders;
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
