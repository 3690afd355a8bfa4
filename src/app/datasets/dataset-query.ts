import { languageOf, type TableTerm } from '../../engine/columns/table-language.ts';
import type { QueryKey, QueryLanguage } from '../../engine/query/query-language.ts';
import { datasetFields } from './fields.ts';

/** What can be asked of datasets in the search field, as `fields.ts` says it. */
export const datasetQuery = languageOf(datasetFields);

/** A condition on datasets. */
export type DatasetTerm = TableTerm<typeof datasetFields>;

/** What the values of a key are; `undefined` for what is no key. */
export function kindOfKey(key: string): QueryKey['kind'] | undefined {
  const keys: QueryLanguage['keys'] = datasetQuery.keys;
  return Object.hasOwn(keys, key) ? keys[key]?.kind : undefined;
}
