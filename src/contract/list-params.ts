import { booleanCodec, countCodec, oneOfCodec } from './codec.ts';
import { type ParamValues, writeParams } from './params.ts';

/** CONTRACT: the default and the maximum of `limit`, in rows. */
const maxLimitRows = 1000;

/** The parameters that choose which datasets the list has. All else of the list follows from the page that is asked for. */
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

/** Which datasets the list has, whatever page of it is asked for: the values of the parameters that choose them, and no others. */
export type ListFilter = ParamValues<typeof filterParams>;

/** The filter of a view: its keys are those of `ListFilter`, whatever else the view has. */
export function filterOf(view: ListFilter): ListFilter {
  const names = Object.keys(filterParams) as (keyof ListFilter)[];
  // Every key of a filter is set to the view's own value of it, which TypeScript cannot follow through a loop.
  return Object.fromEntries(names.map((name) => [name, view[name]])) as unknown as ListFilter;
}

/**
 * A text that is the same for two filters only when they choose the same list: its query string, what is absent by default left out.
 * What is kept, cached or shared of a list goes by it, so that no two lists share an entry.
 */
export function listKey(filter: ListFilter): string {
  return writeParams(filterParams, filter);
}
