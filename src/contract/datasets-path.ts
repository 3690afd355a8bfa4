import { type ListView, listParams } from './list-params.ts';
import { writeParams } from './params.ts';

/**
 * Path and query of the API's request for a view. The server preloads it with the page and the dashboard asks for it: both
 * must come to the same address, or the rows are fetched twice.
 */
export function datasetsPath(view: ListView): string {
  const search = writeParams(listParams, view);
  return search === '' ? '/v2/datasets' : `/v2/datasets?${search}`;
}
