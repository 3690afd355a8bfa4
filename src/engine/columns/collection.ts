import { parseAny } from './any-value.ts';
import {
  type ColumnDescription,
  type ColumnName,
  fieldsOf,
  type RowOf,
  type TableDescription,
} from './table-description.ts';
import type { TextColumn } from './text-column.ts';

/** A text, or of a column of several fields what each of them has. */
export type CodedValue = string | null | Readonly<Record<string, string | null>>;

/** A column of few different values: `values[codes[row]]` is the value of a row. */
export interface CodedColumn<Value = CodedValue> {
  readonly codes: Uint32Array;
  readonly values: readonly Value[];
}

/** What a column of texts is asked: an array of them, or what packs them. */
export interface TextValues {
  readonly length: number;
  readonly at: (row: number) => string | null | undefined;
}

/** How a boolean stands in a column. */
export const flagCodes = { false: 0, true: 1, neither: 2 } as const;

/** A column as it is held: which of these follows from its kind. */
export type Column = TextValues | CodedColumn | Float64Array | Uint8Array;

type FieldsValue<Fields> = Fields extends readonly [infer First extends string, ...infer Others extends string[]]
  ? Readonly<Record<First, string> & Record<Others[number], string | null>>
  : CodedValue;

/** A column of a kind. Times are in ms since 1970. What a server did not say rightly is `NaN` in a column of numbers or times. */
type ColumnOf<Described> = Described extends { readonly kind: 'text'; readonly isPacked: true }
  ? TextColumn
  : Described extends { readonly kind: 'text'; readonly isRequired: true }
    ? readonly string[]
    : Described extends { readonly kind: 'text' }
      ? readonly (string | null)[]
      : Described extends { readonly kind: 'coded'; readonly fields: infer Fields }
        ? CodedColumn<FieldsValue<Fields>>
        : Described extends { readonly kind: 'coded' }
          ? CodedColumn<string | null>
          : Described extends { readonly kind: 'count' | 'number' | 'time' }
            ? Float64Array
            : Described extends { readonly kind: 'boolean' }
              ? Uint8Array
              : Described extends { readonly kind: 'any' }
                ? TextColumn
                : Column;

/** The columns of a table, by name. Of a table that is not known, any. */
export type ColumnsOf<Table extends TableDescription> =
  string extends ColumnName<Table>
    ? Readonly<Record<string, Column>>
    : { readonly [Name in ColumnName<Table>]: ColumnOf<Table['columns'][Name]> };

/**
 * The rows of one list, by columns and not a million objects: index `row` of each column, from 0 to `count`, is one row. They stand in the
 * list's own ascending order. A collection never changes: a newer one is another object.
 */
export interface Collection<Table extends TableDescription = TableDescription> {
  readonly table: Table;
  /** Rows that are here. */
  readonly count: number;
  /** Rows that the list has, by the server's last word: more than `count` while only a part is loaded. */
  readonly total: number;
  readonly columns: ColumnsOf<Table>;
}

/** What is said of a column. Throws a `RangeError` for one that the table has not. */
export function columnOf({ columns }: TableDescription, name: string): ColumnDescription {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw new RangeError(`There is no column "${name}".`);
  return column;
}

/** A column of texts. */
export function textsOf(collection: Collection, name: string): TextValues {
  return held(collection, name, ['text', 'any']) as TextValues;
}

/** A column of few values. */
export function codesOf(collection: Collection, name: string): CodedColumn {
  return held(collection, name, ['coded']) as CodedColumn;
}

/** A column of numbers or times. */
export function numbersOf(collection: Collection, name: string): Float64Array {
  return held(collection, name, ['count', 'number', 'time']) as Float64Array;
}

/** A column of booleans, as `flagCodes`. */
export function flagsOf(collection: Collection, name: string): Uint8Array {
  return held(collection, name, ['boolean']) as Uint8Array;
}

/** The column that tells rows apart. */
export function idsOf(collection: Collection): readonly string[] {
  return textsOf(collection, collection.table.id) as readonly string[];
}

/** A column is held as its kind says (`ColumnOf`): who knows the kind may take it for that. */
function held({ table, columns }: Collection, name: string, kinds: readonly ColumnDescription['kind'][]): Column {
  const column = columns[name];
  if (column === undefined || !kinds.includes(columnOf(table, name).kind)) {
    throw new RangeError(`There is no column "${name}" of ${kinds.join(', ')}.`);
  }
  return column;
}

/** The value that a coded column has at a row; `undefined` where there is no such row. */
function valueAt<Value>(column: CodedColumn<Value>, row: number): Value | undefined {
  return column.values[column.codes[row] ?? -1];
}

/** What a reader sees of a value of a coded column; empty for none. */
export function shownValue(column: ColumnDescription, value: CodedValue | undefined): string {
  if (typeof value !== 'object' || value === null) return value ?? '';
  const shows = column.kind === 'coded' ? (column.shows ?? Object.keys(value)) : [];
  return shows.map((field) => value[field]).find(Boolean) ?? '';
}

/** Reads one field of any row: texts, numbers, booleans and `null` as JSON has them, times in ms since 1970. */
export type FieldReader = (row: number) => unknown;

/** How a field of the rows is read, and of which column it is. Throws a `RangeError` for one that the rows have not. */
export function fieldReader(
  collection: Collection,
  field: string,
): { readonly name: string; readonly column: ColumnDescription; readonly read: FieldReader } {
  const found = Object.entries(collection.table.columns).find(([name, column]) =>
    fieldsOf(name, column).includes(field),
  );
  if (found === undefined) throw new RangeError(`There is no field "${field}".`);
  const [name, column] = found;
  return { name, column, read: readerOf(collection, { name, column, field }) };
}

function readerOf(
  collection: Collection,
  { name, column, field }: { readonly name: string; readonly column: ColumnDescription; readonly field: string },
): FieldReader {
  switch (column.kind) {
    case 'text': {
      const texts = textsOf(collection, name);
      return (row) => texts.at(row) ?? null;
    }
    case 'coded': {
      const coded = codesOf(collection, name);
      return (row) => {
        const value = valueAt(coded, row) ?? null;
        return typeof value === 'object' && value !== null ? (value[field] ?? null) : value;
      };
    }
    case 'boolean': {
      const flags = flagsOf(collection, name);
      return (row) => (flags[row] === flagCodes.neither ? null : flags[row] === flagCodes.true);
    }
    case 'any': {
      const texts = textsOf(collection, name);
      return (row) => parseAny(texts.at(row));
    }
    default: {
      const numbers = numbersOf(collection, name);
      return (row) => numbers[row];
    }
  }
}

const readersOf = new WeakMap<Collection, readonly { readonly field: string; readonly read: FieldReader }[]>();

/** One row of a collection as it came, fields in the order of the description. Throws a `RangeError` when there is no such row. */
export function rowOf<Table extends TableDescription>(collection: Collection<Table>, row: number): RowOf<Table> {
  if (!(row >= 0 && row < collection.count)) throw new RangeError(`There is no row ${row} of ${collection.count}.`);
  let readers = readersOf.get(collection);
  if (readers === undefined) {
    readers = Object.entries<ColumnDescription>(collection.table.columns).flatMap(([name, column]) =>
      fieldsOf(name, column).map((field) => ({
        field,
        read: asItCame(column, readerOf(collection, { name, column, field })),
      })),
    );
    readersOf.set(collection, readers);
  }
  const fields: Record<string, unknown> = {};
  for (const { field, read } of readers) {
    const value = read(row);
    // What is missing from a row of any values is no field of it.
    if (value !== undefined) fields[field] = value;
  }
  // The description says which fields these are, and of what.
  return fields as RowOf<Table>;
}

/** Times as texts, and none where there need not be one. */
function asItCame(column: ColumnDescription, read: FieldReader): FieldReader {
  if (!('isOptional' in column) && column.kind !== 'time') return read;
  const isOptional = 'isOptional' in column && column.isOptional === true;
  return (row) => {
    const value = read(row) as number;
    if (isOptional && Number.isNaN(value)) return null;
    return column.kind === 'time' ? isoOf(value) : value;
  };
}

/** ISO 8601; for what the server gave no date of, words, which are shown as they are. */
function isoOf(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? 'not a date' : date.toISOString();
}
