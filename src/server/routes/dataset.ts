import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { datasetNameRule, isDatasetName } from '../../contract/dataset-name.ts';
import { readJsonBody } from '../http/body.ts';
import { invalidRequest, shortened } from '../http/errors.ts';
import { jsonResponse } from '../http/json-response.ts';
import type { DatasetPatch, DatasetRecord } from '../source/interface/source.ts';
import { addResource, type RouteContext } from './resource.ts';

/** `/v2/datasets/{id}`: one dataset. */
export function addDatasetRoutes(api: Hono, { source, callerOf, writerOf, baseUrlOf }: RouteContext): void {
  const refOf = (c: Context<object, '/v2/datasets/:id'>): string => c.req.param('id');
  addResource(api, '/v2/datasets/:id', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const dataset = await source.getDataset(caller, refOf(c));
      return jsonResponse(datasetAnswer(dataset, baseUrlOf(c.req.raw)));
    },
    put: async (c) => {
      const { caller, target } = await writerOf(c.req.raw);
      const patch = parseDatasetPatch(await readJsonBody(c.req.raw));
      const dataset = await target.updateDataset(caller, refOf(c), patch);
      return jsonResponse(datasetAnswer(dataset, baseUrlOf(c.req.raw)));
    },
    delete: async (c) => {
      const { caller, target } = await writerOf(c.req.raw);
      await target.deleteDataset(caller, refOf(c));
      return new Response(null, { status: 204 });
    },
  });
}

/** The API's path of a dataset. */
export function datasetPath(id: string): string {
  return `/v2/datasets/${encodeURIComponent(id)}`;
}

/**
 * `{data}` of one dataset, with the address of its page in our dashboard (CONTRACT: always a `consoleUrl`): the list that shows it alone.
 * The list leaves one out that has neither name nor items (CONTRACT, `unnamed`).
 */
export function datasetAnswer(dataset: DatasetRecord, baseUrl: string): string {
  const { id, name } = dataset;
  const search = new URLSearchParams({ ...(name === null ? { unnamed: '1' } : {}), q: `id:${id}` });
  return JSON.stringify({ data: { ...dataset, consoleUrl: `${baseUrl}/datasets?${search}` } });
}

const maxTitleChars = 1000;
/** The public OpenAPI document has them. */
const generalAccesses = ['ANYONE_WITH_ID_CAN_READ', 'ANYONE_WITH_NAME_CAN_READ', 'FOLLOW_USER_SETTING', 'RESTRICTED'];

/** CONTRACT, `PUT /v2/datasets/{id}`. */
const patchSchema = v.object(
  {
    name: v.exactOptional(
      v.nullable(
        v.pipe(
          v.string('"name" must be a string or null.'),
          v.check(isDatasetName, ({ input }) => `"name" is "${shortened(input)}"; it must be ${datasetNameRule}.`),
        ),
      ),
    ),
    title: v.exactOptional(
      v.nullable(
        v.pipe(
          v.string('"title" must be a string or null.'),
          v.maxLength(maxTitleChars, `"title" must be at most ${maxTitleChars} characters long.`),
        ),
      ),
    ),
    generalAccess: v.exactOptional(
      v.picklist(
        generalAccesses,
        ({ received }) => `"generalAccess" is ${shortened(received)}; it must be ${generalAccesses.join(' or ')}.`,
      ),
    ),
  },
  'The body must be a JSON object.',
);

/** What a body asks to change; keys that are not known are ignored. Throws 400 `invalid-request` naming what is wrong. */
function parseDatasetPatch(body: unknown): DatasetPatch {
  const result = v.safeParse(patchSchema, Array.isArray(body) ? undefined : body);
  if (!result.success) throw invalidRequest(result.issues.map((issue) => issue.message).join(' '));
  return result.output;
}
