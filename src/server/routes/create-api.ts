import { Hono } from 'hono';
import { createBaseUrlOf } from '../http/create-base-url-of.ts';
import { createCallerOf } from '../http/create-caller-of.ts';
import { pageNotFound } from '../http/page-not-found.ts';
import type { Source } from '../source/source.ts';
import { addDatasetRoutes } from './dataset.ts';
import { addDatasetsRoutes } from './datasets.ts';
import { addItemsRoutes } from './items.ts';
import type { RouteContext } from './route-context.ts';
import { addUsersRoutes } from './users.ts';

/** The API of CONTRACT, answered from `source`. What a route throws goes on to whoever called: errors are translated once. */
export function createApi({
  source,
  requireToken,
  publicUrl,
}: {
  source: Source;
  requireToken: boolean;
  publicUrl: URL | undefined;
}): Hono {
  const context: RouteContext = {
    source,
    callerOf: createCallerOf({ source, requireToken }),
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
  return api;
}
