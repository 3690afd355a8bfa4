import type { Hono } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { itemParams } from '../../contract/item-params.ts';
import type { ParamValues } from '../../contract/params.ts';
import { readTextBody } from '../http/body.ts';
import { shortened } from '../http/errors.ts';
import { paginationHeaders } from '../http/headers.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readQuery } from '../http/read-query.ts';
import { Mutex } from '../mutex.ts';
import type { JsonText } from '../source/interface/source.ts';
import { parseNewItems } from './parse-new-items.ts';
import { addResource, type RouteContext } from './resource.ts';

const contentTypes: { readonly [format in ItemsFormat]: string } = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** Bodies above this are parsed and stored one after the other: the objects made of one take many times its room. */
const largeBodyCharacters = 262_144;

/** `/v2/datasets/{id}/items`: the items of a dataset, and new ones. */
export function addItemsRoutes(api: Hono, { source, callerOf, writerOf }: RouteContext): void {
  const large = new Mutex();
  addResource(api, '/v2/datasets/:id/items', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const { format, ...slice } = readItemsQuery(c.req.raw);
      const { total, count, batches } = await source.readItems(caller, c.req.param('id') ?? '', slice);
      const headers = {
        'Content-Type': contentTypes[format],
        ...paginationHeaders({ total, count, ...slice }),
      };
      const isHead = c.req.method === 'HEAD';
      return new Response(isHead ? null : itemsStream(batches, format), { headers });
    },
    post: async (c) => {
      const { caller, target } = await writerOf(c.req.raw);
      const body = await readTextBody(c.req.raw);
      const push = async () => target.pushItems(caller, c.req.param('id') ?? '', await parseNewItems(body));
      await (body.length > largeBodyCharacters ? large.run(push) : push());
      return jsonResponse('{}', { status: 201 });
    },
  });
}

type ItemsFormat = 'json' | 'jsonl';

/** What stands before the first item, between two, after the last, and instead of any. */
const framing: { readonly [format in ItemsFormat]: { before: string; between: string; after: string } } = {
  json: { before: '[', between: ',', after: ']' },
  jsonl: { before: '', between: '\n', after: '\n' },
};

async function* itemTexts(batches: AsyncIterable<readonly JsonText[]>, format: ItemsFormat): AsyncGenerator<string> {
  const { before, between, after } = framing[format];
  let lead = before;
  let isEmpty = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield lead + batch.join(between);
    lead = between;
    isEmpty = false;
  }
  if (!isEmpty) yield after;
  else if (format === 'json') yield before + after;
}

/**
 * The items as one body. The next batch is read when the client has taken the one before, reading ends when the client
 * leaves, and an error in the middle fails the stream, so that the client sees a broken answer and never a short one.
 */
function itemsStream(batches: AsyncIterable<readonly JsonText[]>, format: ItemsFormat): ReadableStream<Uint8Array> {
  const texts = itemTexts(batches, format);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Formats of CONTRACT that this server does not write yet. */
const laterFormats: readonly string[] = ['csv', 'xlsx', 'xml', 'html', 'rss'];

/**
 * Parameters of the public API that change the items of an answer, and that this server does not know yet. Those that only
 * concern other formats (`delimiter`, `xmlRoot` …) change nothing here and are ignored.
 */
const laterParams: readonly string[] = [
  'clean',
  'skipHidden',
  'skipEmpty',
  'simplified',
  'skipFailedPages',
  'fields',
  'outputFields',
  'omit',
  'unwind',
  'flatten',
  'view',
  'attachment',
  'bom',
];
/** Values that ask for nothing: a client that sends all its switches, turned off, must not be refused. */
const off: readonly string[] = ['', 'false', '0'];

function notSupported(name: string, value: string): ApiError {
  return new ApiError({
    status: 400,
    type: 'invalid-parameter',
    message: `Parameter "${name}" is "${shortened(value)}", which this server does not support yet; leave it out.`,
  });
}

/** The parameters of `GET /v2/datasets/{id}/items`. Throws 400, also for a parameter or format that this server does not support yet. */
function readItemsQuery(request: Request): ParamValues<typeof itemParams> {
  const search = new URL(request.url).searchParams;
  const format = search.get('format') ?? '';
  if (laterFormats.includes(format)) {
    throw new ApiError({
      status: 400,
      type: 'param-not-one-of',
      message: `Parameter "format" is "${format}", which this server does not support yet; accepted is ${itemParams.format.accepted}.`,
    });
  }
  for (const name of laterParams) {
    const value = search.getAll(name).find((given) => !off.includes(given));
    if (value !== undefined) throw notSupported(name, value);
  }
  return readQuery(itemParams, request);
}
