import * as v from 'valibot';
import { datasetPageSchema } from '../../src/contract/dataset-page.ts';
import { type PageName, pagePaths } from './make-site.ts';

/** The address that shows a page of the list, newest first. */
export function pageUrl(origin: string, name: PageName, limit: number): string {
  return `${origin}${pagePaths[name]}?desc=1&limit=${limit}`;
}

/** What stands in the first row of each page of the list that is looked at. */
export interface FirstTexts {
  readonly first: string;
  readonly second: string;
  readonly last: string;
}

/** Asks the API what the first, the second and the last page of the list begin with: the title or the name. */
export async function readFirstTexts(origin: string, limit: number): Promise<FirstTexts> {
  const first = await readPage(origin, { limit, offset: 0 });
  const second = await readPage(origin, { limit, offset: limit });
  const last = await readPage(origin, { limit, offset: Math.floor((first.total - 1) / limit) * limit });
  return { first: textOf(first), second: textOf(second), last: textOf(last) };
}

type Page = v.InferOutput<typeof datasetPageSchema>['data'];

async function readPage(origin: string, { limit, offset }: { limit: number; offset: number }): Promise<Page> {
  const response = await fetch(`${origin}/v2/datasets?desc=1&limit=${limit}&offset=${offset}`);
  return v.parse(datasetPageSchema, await response.json()).data;
}

function textOf({ items, offset }: Page): string {
  const text = items[0]?.title ?? items[0]?.name;
  if (typeof text !== 'string') throw new Error(`The dataset at offset ${offset} has no name to look for.`);
  return text;
}
