import { ApiError } from '../../contract/api-error.ts';
import { itemParams } from '../../contract/item-params.ts';
import type { ParamValues } from '../../contract/param-values.ts';
import { readQuery } from '../http/read-query.ts';
import { shortened } from '../http/shortened.ts';

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
/** What asks for nothing: a client that always sends its switches must not be refused. */
const off: readonly string[] = ['', 'false', '0'];

function notSupported(name: string, value: string): ApiError {
  return new ApiError({
    status: 400,
    type: 'invalid-parameter',
    message: `Parameter "${name}" is "${shortened(value)}", which this server does not support yet; leave it out.`,
  });
}

/** The parameters of `GET /v2/datasets/{id}/items`. Throws 400, also for what would need shaping that is not there yet. */
export function readItemsQuery(request: Request): ParamValues<typeof itemParams> {
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
