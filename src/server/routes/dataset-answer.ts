import type { DatasetRecord } from '../source/source.ts';

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
