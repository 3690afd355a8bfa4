import type { Handler, Hono } from 'hono';
import { methodNotAllowed } from '../http/method-not-allowed.ts';

/** What a resource answers by method. HEAD comes with GET, OPTIONS with every resource (CONTRACT). */
export interface ResourceHandlers {
  readonly get?: Handler;
  readonly post?: Handler;
  readonly put?: Handler;
  readonly delete?: Handler;
}

/** Adds a resource at `path`; a method that it does not have is 405 with `Allow`. */
export function addResource(api: Hono, path: string, handlers: ResourceHandlers): void {
  const allowed = ['OPTIONS'];
  for (const [name, handler] of Object.entries(handlers)) {
    const method = name.toUpperCase();
    allowed.push(...(method === 'GET' ? ['GET', 'HEAD'] : [method]));
    api.on(method, path, handler);
  }
  api.options(path, () => new Response(null, { status: 204, headers: { Allow: allowed.join(', ') } }));
  api.all(path, (c) => {
    throw methodNotAllowed(c.req.method, allowed);
  });
}
