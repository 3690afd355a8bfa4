import type { DatasetListItem } from '../../../contract/dataset.ts';
import { fieldsOf, type TableDescription } from '../../../engine/columns/table-description.ts';
import { withBound, withOnlyTerm, withTerm } from '../../../engine/query/edit-query.ts';
import { type ParsedQuery, parseQuery } from '../../../engine/query/parse-query.ts';
import type { RangeTerm, Term } from '../../../engine/query/query-language.ts';
import { dayOf } from '../../../engine/query/range-terms.ts';
import { exactPattern } from '../../../engine/query/text-pattern.ts';
import { datasetQuery, kindOfKey } from '../dataset-query.ts';
import { type DatasetField, datasetFields } from '../fields.ts';
import { filterWords } from './filter-words.ts';

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
  const { columnId, userId } = options;
  const subject = subjectOf(row, columnId, userId);
  if (subject === undefined) return undefined;
  const { about, term, copy } = subject;
  const query = parseQuery(options.q, datasetQuery);
  return {
    about,
    value: filterWords(term).value,
    copy,
    choices: [
      { name: 'Only this', q: withOnlyTerm(query, term) },
      { name: 'Not this', q: withTerm(query, { ...term, not: true }) },
      ...('range' in term ? rangeChoices(query, term) : []),
    ],
  };
}

function rangeChoices(query: ParsedQuery, term: RangeTerm): CellValue['choices'] {
  const bound = (op: '>=' | '<=') => withBound(query, { ...term, range: { ...term.range, op } } as RangeTerm);
  const bounds = [
    { name: 'At least', q: bound('>=') },
    { name: 'At most', q: bound('<=') },
  ];
  if (term.range.op === '..' || kindOfKey(term.key) === 'count') return bounds;
  const day = String(term.range.value).slice(0, 'YYYY-MM-DD'.length);
  return [
    { name: 'Same day', q: withOnlyTerm(query, { ...term, range: { op: '=', value: day } } as RangeTerm) },
    ...bounds,
  ];
}

function subjectOf(row: DatasetListItem, name: string, userId: string | undefined): Subject | undefined {
  const { columns }: TableDescription = datasetFields;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column?.query === undefined) return undefined;
  const { kind, label: about } = column;
  const { key, isPeople } = column.query;
  const values = fieldsOf(name, column).map((field) => row[field as DatasetField]);
  switch (kind) {
    case 'count':
    case 'number':
      return countOf(values[0], { about, key });
    case 'time':
      return timeOf(String(values[0]), { about, key });
    default: {
      const texts =
        column.kind === 'coded' || column.kind === 'text'
          ? column.shows?.map((field) => row[field as DatasetField])
          : undefined;
      const text = (texts ?? values).find((one) => typeof one === 'string' && one.trim() !== '');
      if (typeof text !== 'string') return missing(name, about);
      // The first field of people is whose it is.
      const isReader = isPeople === true && values[0] === userId;
      return { about, term: { key, not: false, text: isReader ? 'me' : exactPattern(text) }, copy: text };
    }
  }
}

/** What has no text can be asked for where there is a word for that. */
function missing(column: string, about: string): Subject | undefined {
  const { states }: TableDescription = datasetFields;
  const state = Object.values(states).find(({ test }) => test.is === 'missing' && test.column === column);
  const [word] = Object.entries(state?.words ?? {}).find(([, { holds }]) => holds) ?? [];
  return word === undefined ? undefined : { about, term: { key: 'is', not: false, word }, copy: undefined };
}

interface Asked {
  readonly about: string;
  readonly key: string;
}

function countOf(count: unknown, { about, key }: Asked): Subject | undefined {
  if (!Number.isSafeInteger(count) || Number(count) < 0) return undefined;
  return { about, term: { key, not: false, range: { op: '=', value: Number(count) } }, copy: String(count) };
}

/** To the second, which is as near as the search goes, in the zone of the runtime. */
function timeOf(iso: string, { about, key }: Asked): Subject | undefined {
  const timeMs = Date.parse(iso);
  const day = dayOf(timeMs);
  if (day === '') return undefined;
  const value = `${day}T${new Date(timeMs).toTimeString().slice(0, 'HH:MM:SS'.length)}`;
  return { about, term: { key, not: false, range: { op: '=', value } }, copy: iso };
}
