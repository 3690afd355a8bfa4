import type { Context, Hono } from 'hono';
import { jsonResponse } from '../http/json-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import { addResource } from './add-resource.ts';
import { datasetAnswer } from './dataset-answer.ts';
import { parseDatasetPatch } from './parse-dataset-patch.ts';
import type { RouteContext } from './route-context.ts';

/** `/v2/datasets/{id}`: one dataset. */
export function addDatasetRoutes(api: Hono, { source, callerOf, baseUrlOf }: RouteContext): void {
  const refOf = (c: Context<object, '/v2/datasets/:id'>): string => c.req.param('id');
  addResource(api, '/v2/datasets/:id', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const dataset = await source.getDataset(caller, refOf(c));
      return jsonResponse(datasetAnswer(dataset, baseUrlOf(c.req.raw)));
    },
    put: async (c) => {
      const caller = await callerOf(c.req.raw);
      const patch = parseDatasetPatch(await readJsonBody(c.req.raw));
      const dataset = await source.updateDataset(caller, refOf(c), patch);
      return jsonResponse(datasetAnswer(dataset, baseUrlOf(c.req.raw)));
    },
    delete: async (c) => {
      const caller = await callerOf(c.req.raw);
      await source.deleteDataset(caller, refOf(c));
      return new Response(null, { status: 204 });
    },
  });
}
