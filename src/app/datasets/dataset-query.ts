import type { FacetName } from '../../engine/match/match-rows.ts';
import type { QueryKey, QueryLanguage, Term, TermKeysOf } from '../../engine/query/query-language.ts';

/** What can be asked of datasets in the search field. A new key is an entry of `keys`. */
export const datasetQuery = {
  thing: 'dataset',
  keys: {
    name: { kind: 'text', label: 'Name', hint: 'as in shop*', example: 'shop*' },
    id: { kind: 'text', label: 'ID', hint: 'an ID', example: 'WkzbQMuFYuamGv3YF' },
    owner: { kind: 'text', label: 'Owner', hint: 'me, or a name', example: 'me', isPeople: true },
    actor: { kind: 'text', label: 'Actor', hint: 'the ID of an Actor', example: 'ID' },
    run: { kind: 'text', label: 'Run', hint: 'the ID of a run', example: 'ID' },
    access: { kind: 'text', label: 'Access', hint: 'who may see it', example: 'RESTRICTED' },
    items: { kind: 'count', label: 'Items', hint: 'as in >1000 or 10..20', example: '>1000' },
    clean: { kind: 'count', label: 'Clean items', hint: 'clean items, as in <5', example: '<5' },
    created: { kind: 'time', label: 'Created', hint: 'as in 2026-01 or <7d', example: '2026-01' },
    modified: { kind: 'time', label: 'Modified', hint: 'as in today or <30d', example: '<7d' },
    accessed: { kind: 'time', label: 'Accessed', hint: 'as in >1y', example: '>1y' },
  },
  states: {
    named: { label: 'Named', facet: 'naming' },
    unnamed: { label: 'Unnamed', facet: 'naming' },
    empty: { label: 'Empty', facet: 'filling' },
    filled: { label: 'Not empty', facet: 'filling' },
    clean: { label: 'All items clean', facet: 'cleanness' },
    dirty: { label: 'Some items not clean', facet: 'cleanness' },
  },
  statesHint: 'named, unnamed, empty, clean …',
} as const satisfies QueryLanguage;

/** The titles of the filters, in the order of the panel; those that are counted alone have none. */
export const facetTitles: Readonly<Record<FacetName, string | undefined>> = {
  owner: 'Owner',
  actor: 'Actor',
  naming: 'Name',
  access: 'Access',
  items: 'Items',
  cleanness: 'Clean items',
  created: 'Created',
  modified: 'Modified',
  accessed: 'Accessed',
  filling: undefined,
};

/** What the values of a key are; `undefined` for what is no key. */
export function kindOfKey(key: string): QueryKey['kind'] | undefined {
  const keys: QueryLanguage['keys'] = datasetQuery.keys;
  return Object.hasOwn(keys, key) ? keys[key]?.kind : undefined;
}

/** The keys of a dataset's conditions, by kind. */
export type DatasetKeys = TermKeysOf<typeof datasetQuery>;

/** A condition on datasets. */
export type DatasetTerm = Term<DatasetKeys>;
/** A word after `is:`. */
export type DatasetState = DatasetKeys['is'];
