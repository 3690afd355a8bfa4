import type { Hono } from 'hono';
import type { Codec } from '../../contract/codec.ts';
import { datasetNameRule, isDatasetName } from '../../contract/dataset-name.ts';
import { listParams } from '../../contract/list-params.ts';
import { readJsonBody } from '../http/body.ts';
import { paginationHeaders } from '../http/headers.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readQuery } from '../http/read-query.ts';
import { datasetAnswer, datasetPath } from './dataset.ts';
import { addResource, type RouteContext } from './resource.ts';

const nameParam: Codec<string | null> = {
  name: 'name',
  absent: null,
  accepted: datasetNameRule,
  errorType: 'invalid-parameter',
  parse: (raw) => (isDatasetName(raw) ? raw : undefined),
  serialize: (name) => name ?? '',
};

/** `/v2/datasets`: the list, and new datasets. */
export function addDatasetsRoutes(api: Hono, { source, callerOf, writerOf, baseUrlOf }: RouteContext): void {
  addResource(api, '/v2/datasets', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const view = readQuery(listParams, c.req.raw);
      const { total, items } = await source.listDatasets(caller, view);
      const { offset, limit, desc } = view;
      const page = { total, offset, limit, desc, count: items.length };
      // The rows are JSON already: joined, not parsed.
      const json = `{"data":${JSON.stringify(page).slice(0, -1)},"items":[${items.join(',')}]}}`;
      return jsonResponse(json, { headers: paginationHeaders(page) });
    },
    post: async (c) => {
      const { caller, target } = await writerOf(c.req.raw);
      const { name } = readQuery({ name: nameParam }, c.req.raw);
      await readJsonBody(c.req.raw, { whenEmpty: {} });
      const { dataset, created } = await target.createDataset(caller, name === null ? {} : { name });
      const base = baseUrlOf(c.req.raw);
      const headers = created ? { Location: `${base}${datasetPath(dataset.id)}` } : {};
      return jsonResponse(datasetAnswer(dataset, base), { status: created ? 201 : 200, headers });
    },
  });
}
