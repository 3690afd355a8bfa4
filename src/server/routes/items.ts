import type { Hono } from 'hono';
import { jsonResponse } from '../http/json-response.ts';
import { readTextBody } from '../http/read-text-body.ts';
import { Mutex } from '../mutex.ts';
import { addResource } from './add-resource.ts';
import { type ItemsFormat, itemsStream } from './items-stream.ts';
import { parseNewItems } from './parse-new-items.ts';
import { readItemsQuery } from './read-items-query.ts';
import type { RouteContext } from './route-context.ts';

const contentTypes: { readonly [format in ItemsFormat]: string } = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** Bodies above this are parsed and stored one after the other: the objects made of one take many times its room. */
const largeBodyCharacters = 262_144;

/** `/v2/datasets/{id}/items`: the items of a dataset, and new ones. */
export function addItemsRoutes(api: Hono, { source, callerOf }: RouteContext): void {
  const large = new Mutex();
  addResource(api, '/v2/datasets/:id/items', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const { format, ...slice } = readItemsQuery(c.req.raw);
      const { total, count, batches } = await source.readItems(caller, c.req.param('id') ?? '', slice);
      const headers = {
        'Content-Type': contentTypes[format],
        'x-apify-pagination-total': String(total),
        'x-apify-pagination-offset': String(slice.offset),
        'x-apify-pagination-limit': String(slice.limit),
        'x-apify-pagination-count': String(count),
        'x-apify-pagination-desc': String(slice.desc),
      };
      const isHead = c.req.method === 'HEAD';
      return new Response(isHead ? null : itemsStream(batches, format), { headers });
    },
    post: async (c) => {
      const caller = await callerOf(c.req.raw);
      const body = await readTextBody(c.req.raw);
      const push = async () => source.pushItems(caller, c.req.param('id') ?? '', await parseNewItems(body));
      await (body.length > largeBodyCharacters ? large.run(push) : push());
      return jsonResponse('{}', { status: 201 });
    },
  });
}
