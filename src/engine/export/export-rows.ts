import { type Collection, fieldReader, numbersOf } from '../columns/collection.ts';
import { type ColumnKind, type FieldName, fieldsOf, type TableDescription } from '../columns/table-description.ts';
import type { ExportColumn, ExportRow, ExportValue } from './export-formats.ts';

/** All fields of the rows of a table, in the order of an export. */
export function exportFieldsOf<Table extends TableDescription>(table: Table): readonly FieldName<Table>[] {
  const fields = Object.entries(table.columns).flatMap(([name, column]) => fieldsOf(name, column));
  // A field that the description gives no place comes last.
  return [...new Set([...table.fields, ...fields])] as FieldName<Table>[];
}

/** The columns of an export of these fields. */
export function exportColumns(table: TableDescription, fields: readonly string[]): ExportColumn[] {
  return fields.map((name) => {
    const found = Object.entries(table.columns).find(([column, described]) =>
      fieldsOf(column, described).includes(name),
    );
    if (found === undefined) throw new RangeError(`There is no field "${name}".`);
    return { name, kind: kinds[found[1].kind] };
  });
}

const kinds: Readonly<Record<ColumnKind, ExportColumn['kind']>> = {
  text: 'text',
  coded: 'text',
  count: 'number',
  number: 'number',
  time: 'time',
  boolean: 'boolean',
  any: 'any',
};

/** The rows of a collection, one at a time and in the order of `order`: however many there are, one is there. */
export function* exportRows(
  collection: Collection,
  options: { readonly order: Uint32Array; readonly fields: readonly string[] },
): Generator<ExportRow> {
  const readers = options.fields.map((field) => exportReader(collection, field));
  for (const row of options.order) yield readers.map((read) => read(row));
}

function exportReader(collection: Collection, field: string): (row: number) => ExportValue {
  const { name, column, read } = fieldReader(collection, field);
  switch (column.kind) {
    // ISO 8601 as the API writes it.
    case 'time': {
      const timesMs = numbersOf(collection, name);
      const write = isoWriter();
      return (row) => write(timesMs[row] ?? Number.NaN) ?? null;
    }
    case 'count':
    case 'number': {
      const numbers = numbersOf(collection, name);
      return (row) => finiteOf(numbers[row]);
    }
    default:
      // What is read of the other kinds is what JSON has.
      return (row) => (read(row) as ExportValue | undefined) ?? null;
  }
}

function finiteOf(number = Number.NaN): number | null {
  return Number.isFinite(number) ? number : null;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
/** The furthest point in time that there is (ECMA-262, "Time Values and Time Range"). */
const maxTimeMs = 8.64e15;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/**
 * Writes points in time as `toISOString` does, a few times as fast where many are of the same day: for millions of them in a row.
 * `undefined` for what is no time.
 */
export function isoWriter(): (timeMs: number) => string | undefined {
  let day = Number.NaN;
  let dayText = '';
  return (timeMs) => {
    if (!(Math.abs(timeMs) <= maxTimeMs)) return undefined;
    const whole = Math.trunc(timeMs);
    const dayOf = Math.floor(whole / dayMs);
    if (dayOf !== day) {
      day = dayOf;
      dayText = new Date(dayOf * dayMs).toISOString().slice(0, -'00:00:00.000Z'.length);
    }
    const inDay = whole - dayOf * dayMs;
    const inMinute = inDay % minuteMs;
    const hour = twoDigits[Math.floor(inDay / hourMs)];
    const minute = twoDigits[Math.floor((inDay % hourMs) / minuteMs)];
    const second = twoDigits[Math.floor(inMinute / 1000)];
    return `${dayText}${hour}:${minute}:${second}.${String(inMinute % 1000).padStart(3, '0')}Z`;
  };
}
