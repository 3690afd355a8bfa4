import type { DatasetRecord } from '../source/source.ts';

/** The API's path of a dataset. */
export function datasetPath(id: string): string {
  return `/v2/datasets/${encodeURIComponent(id)}`;
}

/** `{data}` of one dataset, with the address of its page in our dashboard (CONTRACT: always a `consoleUrl`). */
export function datasetAnswer(dataset: DatasetRecord, baseUrl: string): string {
  const consoleUrl = `${baseUrl}/datasets/${encodeURIComponent(dataset.id)}`;
  return JSON.stringify({ data: { ...dataset, consoleUrl } });
}
