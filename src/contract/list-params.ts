import { booleanCodec, countCodec, oneOfCodec } from './codec.ts';
import { type ParamValues, writeParams } from './params.ts';

/** CONTRACT: the default and the maximum of `limit`, in rows. */
const maxLimitRows = 1000;

/** The parameters that choose which datasets the list has. The others say which page of it is asked for, and in which direction. */
const filterParams = {
  ownership: oneOfCodec('ownership', { words: ['ownedByMe', 'sharedWithMe'], absent: 'all' }),
  unnamed: booleanCodec('unnamed'),
} as const;

/** The parameters of `GET /v2/datasets`, and of the dashboard's list URL (CONTRACT, first table). */
export const listParams = {
  ...filterParams,
  desc: booleanCodec('desc'),
  /** 0 means "no limit given"; above the maximum is clamped, never an error. */
  limit: countCodec('limit', {
    absent: maxLimitRows,
    normalize: (rows) => (rows === 0 ? maxLimitRows : Math.min(rows, maxLimitRows)),
  }),
  offset: countCodec('offset', { absent: 0 }),
} as const;

/** The values of `listParams`: which rows of which list, in which direction. */
export type ListView = ParamValues<typeof listParams>;

/** Which datasets the list has, on all its pages: the values of the parameters that choose datasets, and no others. */
export type ListFilter = ParamValues<typeof filterParams>;

/** The filter of a view: its keys are those of `ListFilter`, whatever else the view has. */
export function filterOf(view: ListFilter): ListFilter {
  const names = Object.keys(filterParams) as (keyof ListFilter)[];
  // The loop has set every key of a filter to the view's value of it; TypeScript cannot follow a loop over keys.
  return Object.fromEntries(names.map((name) => [name, view[name]])) as unknown as ListFilter;
}

/**
 * A text that is the same for two filters only when they choose the same list: the query string of the filter, defaults left out. Use it
 * as the key of everything that is kept, cached or shared of a list, so that no two lists share an entry.
 */
export function listKey(filter: ListFilter): string {
  return writeParams(filterParams, filter);
}
