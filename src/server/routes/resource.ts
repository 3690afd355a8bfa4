import type { Handler, Hono } from 'hono';
import { methodNotAllowed } from '../http/errors.ts';
import type { Caller, ReadSource, WriteSource } from '../source/interface/source.ts';

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

/** What every route works with. */
export interface RouteContext {
  readonly source: ReadSource;
  /** Who makes a request. Throws 401 (CONTRACT, "Errors, sign-in, limits"). */
  readonly callerOf: (request: Request) => Promise<Caller>;
  /**
   * Who makes a request that changes something, and what it changes: no route gets at `WriteSource` but by asking here. Throws 401, and
   * 403 where the source can only be read.
   */
  readonly writerOf: (request: Request) => Promise<{ readonly caller: Caller; readonly target: WriteSource }>;
  /** Where the server of a request is reached, no slash at its end: what the links in an answer begin with. */
  readonly baseUrlOf: (request: Request) => string;
}
