import { Hono } from 'hono';
import { createCallerOf } from '../http/create-caller-of.ts';
import { type ApiHandler, createShell, type ShellOptions } from '../http/create-shell.ts';
import { pageNotFound, readOnly } from '../http/errors.ts';
import { requestOrigin } from '../http/guards.ts';
import type { Callers, ProxySource, Source } from '../source/interface/source.ts';
import { addDatasetRoutes } from './dataset.ts';
import { addDatasetsRoutes } from './datasets.ts';
import { addItemsRoutes } from './items.ts';
import type { RouteContext } from './resource.ts';
import { addUsersRoutes } from './users.ts';

export interface AppOptions extends Omit<ShellOptions, 'crossOriginReads'> {
  /** Whether a request without a token is refused (401) rather than being the local user. Default: false. */
  readonly requireToken?: boolean | undefined;
  /** Whose tokens requests need, where the source keeps no users and asks for none by itself. */
  readonly callers?: Callers | undefined;
}

/**
 * The server: a function of `Request` that answers the API from `source` and serves the dashboard. With the defaults it is
 * the local mode: no token needed, no CORS. The caller closes the source.
 */
export function createApp(source: Source | ProxySource, options: AppOptions = {}): Hono {
  const { requireToken = false, callers, ...shell } = options;
  const api =
    'createHandler' in source
      ? source.createHandler({ requireToken, callers })
      : createApi({ source, callers: callers ?? source, requireToken, publicUrl: shell.publicUrl });
  return createShell({ api, options: { ...shell, crossOriginReads: requireToken } });
}

/** The API of CONTRACT, answered from `source`. An error of a route is thrown on to the shell, the one place that makes it a response. */
function createApi(options: {
  source: Source;
  callers: Callers;
  requireToken: boolean;
  publicUrl: URL | undefined;
}): ApiHandler {
  const { source, callers, requireToken, publicUrl } = options;
  const callerOf = createCallerOf({ callers, requireToken });
  const context: RouteContext = {
    source,
    callerOf,
    async writerOf(request) {
      const caller = await callerOf(request);
      if (source.createDataset === undefined) throw readOnly();
      return { caller, target: source };
    },
    baseUrlOf: createBaseUrlOf(publicUrl),
  };
  const api = new Hono();
  api.onError((error) => {
    throw error;
  });
  api.notFound((c) => {
    throw pageNotFound(c.req.path);
  });
  addDatasetsRoutes(api, context);
  addDatasetRoutes(api, context);
  addItemsRoutes(api, context);
  addUsersRoutes(api, context);
  return (request) => api.fetch(request);
}

/** The base of the links that answers hold: the public URL, or else where the request was sent to. No slash at its end. */
function createBaseUrlOf(publicUrl: URL | undefined): (request: Request) => string {
  const publicBase = publicUrl && `${publicUrl.origin}${publicUrl.pathname.replace(/\/+$/, '')}`;
  return (request) => publicBase ?? requestOrigin(request) ?? new URL(request.url).origin;
}
