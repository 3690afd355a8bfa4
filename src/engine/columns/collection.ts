import type { DatasetListItem } from '../../contract/dataset.ts';
import type { TextColumn } from './text-column.ts';

/** Whose a dataset is, as its row says. */
export interface Owner {
  readonly userId: string;
  /** `null` where the server leaves it out. */
  readonly username: string | null;
}

/** A column of few different values: `values[codes[row]]` is the value of a row. */
export interface CodedColumn<Value> {
  readonly codes: Uint32Array;
  readonly values: readonly Value[];
}

/**
 * The datasets of one list, by columns and not a million objects: index `row` of each column, from 0 to `count`, is one dataset.
 * Rows stand in the API's ascending order, which is the order of creation. A collection never changes: a newer one is another object.
 * Times are in ms since 1970. What a server did not say rightly is `NaN` in a column of numbers or times.
 */
export interface Collection {
  /** Rows that are here. */
  readonly count: number;
  /** Rows that the list has, by the server's last word: more than `count` while only a part is loaded. */
  readonly total: number;
  readonly id: readonly string[];
  /** `null` when unnamed. */
  readonly name: readonly (string | null)[];
  readonly title: TextColumn;
  readonly actRunId: TextColumn;
  readonly owner: CodedColumn<Owner>;
  readonly actId: CodedColumn<string | null>;
  /** `null` where the server leaves it out. */
  readonly generalAccess: CodedColumn<string | null>;
  readonly createdAtMs: Float64Array;
  readonly modifiedAtMs: Float64Array;
  readonly accessedAtMs: Float64Array;
  readonly itemCount: Float64Array;
  readonly cleanItemCount: Float64Array;
}

/** One dataset of a collection as the API's row of it. Throws a `RangeError` when there is no such row. */
export function rowOf(collection: Collection, row: number): DatasetListItem {
  const id = collection.id[row];
  const owner = valueAt(collection.owner, row);
  if (id === undefined || owner === undefined) throw new RangeError(`There is no row ${row} of ${collection.count}.`);
  return {
    id,
    name: collection.name[row] ?? null,
    title: collection.title.at(row),
    userId: owner.userId,
    username: owner.username,
    createdAt: isoOf(collection.createdAtMs[row]),
    modifiedAt: isoOf(collection.modifiedAtMs[row]),
    accessedAt: isoOf(collection.accessedAtMs[row]),
    itemCount: collection.itemCount[row] ?? 0,
    cleanItemCount: collection.cleanItemCount[row] ?? 0,
    actId: valueAt(collection.actId, row) ?? null,
    actRunId: collection.actRunId.at(row),
    generalAccess: valueAt(collection.generalAccess, row) ?? null,
  };
}

/** The value that a coded column has at a row; `undefined` where there is no such row. */
export function valueAt<Value>(column: CodedColumn<Value>, row: number): Value | undefined {
  return column.values[column.codes[row] ?? -1];
}

/** ISO 8601; for what the server gave no date of, words, which are shown as they are. */
function isoOf(timeMs = Number.NaN): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? 'not a date' : date.toISOString();
}
