import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { isRecord } from '../../is-record.ts';

/**
 * The page in the text of an answer, when it is one that there is something to see of. By hand, and stricter than
 * `datasetPageSchema`: what is not plainly as documented is left to the page itself, which says what is wrong with it.
 */
export function readFirstPage(text: string): DatasetPage | undefined {
  const page = dataOf(text);
  if (!isRecord(page) || !['total', 'offset', 'limit', 'count'].every((key) => isCount(page[key]))) return undefined;
  if (typeof page.desc !== 'boolean' || !Array.isArray(page.items) || page.items.length === 0) return undefined;
  // Each of its fields was looked at.
  return page.items.every(isItem) ? (page as unknown as DatasetPage) : undefined;
}

function dataOf(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return isRecord(answer) ? answer.data : undefined;
  } catch {
    return undefined;
  }
}

const texts = ['id', 'userId'] as const satisfies readonly (keyof DatasetListItem)[];
const times = ['createdAt', 'modifiedAt', 'accessedAt'] as const satisfies readonly (keyof DatasetListItem)[];
const counts = ['itemCount', 'cleanItemCount'] as const satisfies readonly (keyof DatasetListItem)[];
const optional = [
  'name',
  'actId',
  'actRunId',
  'title',
  'username',
] as const satisfies readonly (keyof DatasetListItem)[];

function isItem(item: unknown): boolean {
  if (!isRecord(item)) return false;
  return (
    texts.every((key) => typeof item[key] === 'string') &&
    times.every((key) => typeof item[key] === 'string' && !Number.isNaN(Date.parse(item[key]))) &&
    counts.every((key) => isCount(item[key])) &&
    optional.every((key) => item[key] === null || item[key] === undefined || typeof item[key] === 'string')
  );
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
