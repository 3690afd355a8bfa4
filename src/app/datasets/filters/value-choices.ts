import type { DatasetListItem } from '../../../contract/dataset.ts';
import { shownName } from '../../collection/engine/columns/shown-name.ts';
import { exactPattern } from '../../collection/engine/match/text-pattern.ts';
import { type RangeTerm, withBound } from '../../collection/engine/query/edit-filters.ts';
import { withOnlyTerm, withTerm } from '../../collection/engine/query/edit-query.ts';
import type { Term, TextKey, TimeKey } from '../../collection/engine/query/query-term.ts';
import { filterWords } from './filter-words.ts';
import { dayOf } from './range-ends.ts';

/** A value of the table, and what can be asked about it. */
export interface CellValue {
  /** "Owner" */
  readonly about: string;
  /** "ada" */
  readonly value: string;
  /** Nothing to copy of what has no name. */
  readonly copy: string | undefined;
  /** Each with the text of the search that it leads to. */
  readonly choices: readonly { readonly name: string; readonly q: string }[];
}

interface Subject {
  readonly about: string;
  readonly term: Term;
  readonly copy: string | undefined;
}

/** What can be asked about a value of the table, for a search that is there already; `undefined` where there is no value. */
export function cellValue(
  row: DatasetListItem,
  options: { readonly columnId: string; readonly q: string; readonly userId: string | undefined },
): CellValue | undefined {
  const { columnId, q, userId } = options;
  const subject = subjectOf(row, columnId, userId);
  if (subject === undefined) return undefined;
  const { about, term, copy } = subject;
  return {
    about,
    value: filterWords(term).value,
    copy,
    choices: [
      { name: 'Only this', q: withOnlyTerm(q, term) },
      { name: 'Not this', q: withTerm(q, { ...term, not: true }) },
      ...rangeChoices(q, term),
    ],
  };
}

function rangeChoices(q: string, term: Term): CellValue['choices'] {
  if (!('range' in term) || term.range.op === '..') return [];
  const bound = (op: '>=' | '<=') => withBound(q, { ...term, range: { ...term.range, op } } as RangeTerm);
  const bounds = [
    { name: 'At least', q: bound('>=') },
    { name: 'At most', q: bound('<=') },
  ];
  if (term.key === 'items' || term.key === 'clean') return bounds;
  const day = String(term.range.value).slice(0, 'YYYY-MM-DD'.length);
  return [
    { name: 'Same day', q: withOnlyTerm(q, { ...term, range: { op: '=', value: day } } as RangeTerm) },
    ...bounds,
  ];
}

function subjectOf(row: DatasetListItem, columnId: string, userId: string | undefined): Subject | undefined {
  switch (columnId) {
    case 'name':
      return nameOf(row);
    case 'id':
      return textOf('id', 'ID', row.id);
    case 'itemCount':
      return countOf('items', 'Items', row.itemCount);
    case 'cleanItemCount':
      return countOf('clean', 'Clean items', row.cleanItemCount);
    case 'createdAt':
      return timeOf('created', 'Created', row.createdAt);
    case 'modifiedAt':
      return timeOf('modified', 'Modified', row.modifiedAt);
    case 'accessedAt':
      return timeOf('accessed', 'Accessed', row.accessedAt);
    case 'owner': {
      const owner = textOf('owner', 'Owner', row.username || row.userId);
      return owner && row.userId === userId ? { ...owner, term: { key: 'owner', not: false, text: 'me' } } : owner;
    }
    case 'actId':
      return textOf('actor', 'Actor', row.actId);
    case 'actRunId':
      return textOf('run', 'Run', row.actRunId);
    default:
      return undefined;
  }
}

function nameOf(row: DatasetListItem): Subject {
  return (
    textOf('name', 'Name', shownName(row)) ?? {
      about: 'Name',
      term: { key: 'is', not: false, word: 'unnamed' },
      copy: undefined,
    }
  );
}

function textOf(key: TextKey, about: string, text: string | null | undefined): Subject | undefined {
  return text ? { about, term: { key, not: false, text: exactPattern(text) }, copy: text } : undefined;
}

function countOf(key: 'items' | 'clean', about: string, count: number): Subject | undefined {
  if (!Number.isSafeInteger(count) || count < 0) return undefined;
  return { about, term: { key, not: false, range: { op: '=', value: count } }, copy: String(count) };
}

/** To the second, which is as near as the search goes, in the zone of the runtime. */
function timeOf(key: TimeKey, about: string, iso: string): Subject | undefined {
  const timeMs = Date.parse(iso);
  const day = dayOf(timeMs);
  if (day === '') return undefined;
  const value = `${day}T${new Date(timeMs).toTimeString().slice(0, 'HH:MM:SS'.length)}`;
  return { about, term: { key, not: false, range: { op: '=', value } }, copy: iso };
}
