import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { SortKey } from '../../../engine/order/sort-key.ts';
import { foldText } from '../../../engine/query/fold-text.ts';
import { type Comparison, groupOf } from '../../../engine/query/query-language.ts';
import type { Reader } from '../../../engine/query/reader.ts';
import { timeLimits } from '../../../engine/query/time-values.ts';
import { type DatasetTerm, datasetQuery } from '../../datasets/dataset-query.ts';
import type { DatasetSortColumn } from '../../datasets/fields.ts';

/** The numbers of the rows that match, in order: found and sorted row by row, as one would without a million of them. */
export function naiveQuery(
  rows: readonly DatasetListItem[],
  query: {
    readonly sort: readonly SortKey<DatasetSortColumn>[];
    readonly terms: readonly DatasetTerm[];
    readonly reader: Reader;
  },
): number[] {
  const { sort, terms, reader } = query;
  const matching = rows.flatMap((row, index) => (matches(row, terms, reader) ? [index] : []));
  return matching.sort((a, b) => {
    for (const key of sort) {
      const order = compareRows(rows[a], rows[b], key);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

/** Whether a row is among those that match. */
export function matches(row: DatasetListItem, terms: readonly DatasetTerm[], reader: Reader): boolean {
  return terms.every((term) => {
    if (term.not) return !holds(row, term, reader);
    if (term.key === 'word' || isBound(term)) return holds(row, term, reader);
    const alternatives = terms.filter(
      (one) => !one.not && !isBound(one) && groupOf(one, datasetQuery) === groupOf(term, datasetQuery),
    );
    return alternatives.some((one) => holds(row, one, reader));
  });
}

function isBound(term: DatasetTerm): boolean {
  return 'range' in term && term.range.op !== '=' && term.range.op !== '..';
}

function holds(row: DatasetListItem, term: DatasetTerm, reader: Reader): boolean {
  const { id, name, title = null, userId, username = null, actId, actRunId, itemCount, cleanItemCount } = row;
  switch (term.key) {
    case 'word':
      return [id, name, title, userId, username, actId, actRunId].some((text) =>
        foldText((text ?? '').replaceAll('\n', ' ')).includes(foldText(term.text.replaceAll('\n', ' '))),
      );
    case 'name':
      return fits(name, term.text) || fits(title, term.text);
    case 'id':
      return fits(id, term.text);
    case 'owner':
      if (term.text === 'me') return userId === reader.userId;
      return fits(username, term.text) || fits(userId, term.text);
    case 'actor':
      return fits(actId, term.text);
    case 'run':
      return fits(actRunId, term.text);
    case 'access':
      return fits(row.generalAccess, term.text);
    case 'items':
      return compareCount(itemCount, term.range);
    case 'clean':
      return compareCount(cleanItemCount, term.range);
    case 'created':
      return isWithin(row.createdAt, timeLimits(term.range, reader.nowMs));
    case 'modified':
      return isWithin(row.modifiedAt, timeLimits(term.range, reader.nowMs));
    case 'accessed':
      return isWithin(row.accessedAt, timeLimits(term.range, reader.nowMs));
    case 'is':
      return {
        named: Boolean(name),
        unnamed: !name,
        empty: itemCount === 0,
        filled: itemCount > 0,
        clean: cleanItemCount >= itemCount,
        dirty: cleanItemCount < itemCount,
      }[term.word];
  }
}

function isWithin(iso: string, { least, most }: { least: number; most: number }): boolean {
  const timeMs = Date.parse(iso);
  return timeMs >= least && timeMs <= most;
}

function compareCount(count: number, range: Comparison<number>): boolean {
  switch (range.op) {
    case '=':
      return count === range.value;
    case '<':
      return count < range.value;
    case '<=':
      return count <= range.value;
    case '>':
      return count > range.value;
    case '>=':
      return count >= range.value;
    case '..':
      return count >= range.from && count <= range.to;
  }
}

function fits(text: string | null | undefined, pattern: string): boolean {
  if (!text) return false;
  const parts = pattern.match(/\\[\\*]|./gsu) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[\\s\\S]*';
    const plain = part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
    return foldText(plain).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`).test(foldText(text));
}

const collator = new Intl.Collator([], { numeric: true });

function compareRows(
  a: DatasetListItem | undefined,
  b: DatasetListItem | undefined,
  { column, desc }: SortKey<DatasetSortColumn>,
): number {
  const [left, right] = [a && sortValue(a, column), b && sortValue(b, column)];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  const order =
    typeof left === 'string' && typeof right === 'string' && (column === 'name' || column === 'owner')
      ? collator.compare(left, right)
      : left < right
        ? -1
        : left > right
          ? 1
          : 0;
  return desc ? -order : order;
}

/** `undefined` where there is none. */
function sortValue(row: DatasetListItem, column: DatasetSortColumn): string | number | undefined {
  switch (column) {
    case 'name':
      return [row.title, row.name].find((text) => text?.trim()) || undefined;
    case 'owner':
      return row.username || row.userId;
    case 'createdAt':
    case 'modifiedAt':
    case 'accessedAt': {
      const timeMs = Date.parse(row[column]);
      return Number.isNaN(timeMs) ? undefined : timeMs;
    }
    default:
      return row[column] ?? undefined;
  }
}
