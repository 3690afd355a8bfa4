import type { DatasetListItem } from './dataset.ts';
import type { DatasetPage } from './dataset-page.ts';
import { isRecord } from './is-record.ts';

/**
 * Whether the `data` of an answer is a page exactly as the contract describes it. It is checked by hand, so that the first rows do not
 * wait for a library, and more strictly than by `datasetPageSchema`, which decides about everything that is refused here.
 */
export function isPlainPage(data: unknown): data is DatasetPage {
  if (!isRecord(data) || !['total', 'offset', 'limit', 'count'].every((key) => isCount(data[key]))) return false;
  if (typeof data.desc !== 'boolean' || !Array.isArray(data.items) || !data.items.every(isPlainItem)) return false;
  const count = data.items.length;
  return data.count === count && new Set(data.items.map(({ id }) => id)).size === count;
}

type Key = keyof DatasetListItem;
const texts = ['id', 'userId'] as const satisfies readonly Key[];
const times = ['createdAt', 'modifiedAt', 'accessedAt'] as const satisfies readonly Key[];
const counts = ['itemCount', 'cleanItemCount'] as const satisfies readonly Key[];
/** Schema: `null` where there is none. */
const nullable = ['name', 'actId', 'actRunId'] as const satisfies readonly Key[];
const optional = ['title', 'username', 'generalAccess'] as const satisfies readonly Key[];

function isPlainItem(item: unknown): item is { id: string } {
  if (!isRecord(item)) return false;
  return (
    texts.every((key) => isText(item[key]) && item[key] !== '') &&
    times.every((key) => typeof item[key] === 'string' && !Number.isNaN(Date.parse(item[key]))) &&
    counts.every((key) => isCount(item[key])) &&
    nullable.every((key) => item[key] === null || isText(item[key])) &&
    optional.every((key) => item[key] === null || item[key] === undefined || isText(item[key]))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= maxTextChars;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** Texts above this length are cut before they are shown or kept. The API's own limit is lower: names have at most 63 characters. */
export const maxTextChars = 2_000;
