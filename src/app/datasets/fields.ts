import { maxTextChars } from '../../contract/plain-page.ts';
import type {
  FacetNameOf,
  FieldName,
  RowOf,
  SortColumn,
  TableDescription,
} from '../../engine/columns/table-description.ts';

/**
 * The columns of a list of datasets, and everything that can be asked of them: the one place that says so. A column has the name of its
 * field in the API's rows (CONTRACT, `GET /v2/datasets`); how it looks is said in `columns.tsx`. `docs/how-to/add-a-column.md`
 */
export const datasetFields = {
  thing: 'dataset',
  columns: {
    name: {
      kind: 'text',
      label: 'Name',
      order: 'natural',
      shows: ['title', 'name'],
      isSearched: true,
      query: { key: 'name', hint: 'as in shop*', example: 'shop*', also: ['title'] },
    },
    title: { kind: 'text', label: 'Title', isPacked: true, isSearched: true },
    id: {
      kind: 'text',
      label: 'ID',
      inSentence: 'ID',
      isRequired: true,
      order: 'characters',
      isSearched: true,
      query: { key: 'id', hint: 'an ID', example: 'WkzbQMuFYuamGv3YF' },
    },
    owner: {
      kind: 'coded',
      label: 'Owner',
      fields: ['userId', 'username'],
      shows: ['username', 'userId'],
      order: 'natural',
      isSearched: true,
      query: { key: 'owner', hint: 'me, or a name', example: 'me', isPeople: true },
    },
    actId: {
      kind: 'coded',
      label: 'Actor',
      inSentence: 'Actor',
      order: 'characters',
      isSearched: true,
      query: { key: 'actor', hint: 'the ID of an Actor', example: 'ID' },
    },
    actRunId: {
      kind: 'text',
      label: 'Run',
      isPacked: true,
      order: 'characters',
      isSearched: true,
      query: { key: 'run', hint: 'the ID of a run', example: 'ID' },
    },
    generalAccess: {
      kind: 'coded',
      label: 'Access',
      query: { key: 'access', hint: 'who may see it', example: 'RESTRICTED' },
    },
    itemCount: {
      kind: 'count',
      label: 'Items',
      query: { key: 'items', hint: 'as in >1000 or 10..20', example: '>1000' },
    },
    cleanItemCount: {
      kind: 'count',
      label: 'Clean items',
      query: { key: 'clean', hint: 'clean items, as in <5', example: '<5' },
    },
    createdAt: {
      kind: 'time',
      label: 'Created',
      query: { key: 'created', hint: 'as in 2026-01 or <7d', example: '2026-01' },
    },
    modifiedAt: {
      kind: 'time',
      label: 'Modified',
      query: { key: 'modified', hint: 'as in today or <30d', example: '<7d' },
    },
    accessedAt: { kind: 'time', label: 'Accessed', query: { key: 'accessed', hint: 'as in >1y', example: '>1y' } },
  },
  fields: [
    'id',
    'name',
    'title',
    'userId',
    'username',
    'createdAt',
    'modifiedAt',
    'accessedAt',
    'itemCount',
    'cleanItemCount',
    'actId',
    'actRunId',
    'generalAccess',
  ],
  id: 'id',
  time: 'createdAt',
  maxTextChars,
  states: {
    naming: {
      title: 'Name',
      test: { is: 'missing', column: 'name' },
      words: { named: { label: 'Named', holds: false }, unnamed: { label: 'Unnamed', holds: true } },
    },
    filling: {
      test: { is: 'zero', column: 'itemCount' },
      words: { empty: { label: 'Empty', holds: true }, filled: { label: 'Not empty', holds: false } },
    },
    cleanness: {
      title: 'Clean items',
      test: { is: 'less', column: 'cleanItemCount', than: 'itemCount' },
      words: {
        clean: { label: 'All items clean', holds: false },
        dirty: { label: 'Some items not clean', holds: true },
      },
    },
  },
  statesHint: 'named, unnamed, empty, clean …',
  facets: ['owner', 'actor', 'naming', 'access', 'items', 'cleanness', 'created', 'modified', 'accessed', 'filling'],
  charts: { marked: 'unnamed', amount: 'itemCount', part: 'cleanItemCount' },
} as const satisfies TableDescription;

type Datasets = typeof datasetFields;

/** A field of a row, as the API names it. */
export type DatasetField = FieldName<Datasets>;
/** A column that the list can be put in order by. */
export type DatasetSortColumn = SortColumn<Datasets>;
/** A filter beside the table. */
export type DatasetFacet = FacetNameOf<Datasets>;
/** A row, with every field. */
export type DatasetRow = RowOf<Datasets>;

/** What a dataset is called: its title before its name, and nothing blank; empty when there is neither. As `shows` of the column says. */
export function shownName({
  name,
  title,
}: {
  name?: string | null | undefined;
  title?: string | null | undefined;
}): string {
  if (title?.trim()) return title;
  return name?.trim() ? name : '';
}
