/**
 * What a successful answer may hold: `data` is `{"data":{…}}`; `json` any JSON; `no-page` anything but HTML, which is then the
 * page of some gateway in between; `anything` is stored content, whose type its owner chose.
 */
export type ExpectedBody = 'data' | 'json' | 'no-page' | 'anything';

const dataPaths = /^\/v2\/(?:datasets|users)(?:\/[^/]+(?:\/statistics)?)?\/?$/;
const itemsPaths = /^\/v2\/.*(?:\/items|\/run-sync-get-dataset-items)\/?$/;
const storedPaths = /^\/v2\/.*\/(?:records\/[^/]+|run-sync)\/?$/;

/** What the API answers to a request when all is well (CONTRACT, "The other dataset endpoints"). */
export function expectedBody(request: { method: string; pathname: string; search: string }): ExpectedBody {
  const { method, pathname, search } = request;
  if (method === 'OPTIONS') return 'no-page';
  if (dataPaths.test(pathname)) return 'data';
  if (storedPaths.test(pathname)) return 'anything';
  if (!itemsPaths.test(pathname)) return 'no-page';
  if (method === 'POST') return 'json';
  const format = new URLSearchParams(search).get('format') || 'json';
  return format === 'json' ? 'json' : format === 'html' ? 'anything' : 'no-page';
}
