import { type Collection, valueAt } from '../columns/collection.ts';
import type { ExportColumn, ExportRow, ExportValue } from './export-formats.ts';

/** The fields of a row as the API names them, in the order of an export. */
export const exportFields = [
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
] as const;

export type ExportField = (typeof exportFields)[number];

/** The columns of an export of these fields. */
export function exportColumns(fields: readonly ExportField[]): ExportColumn[] {
  return fields.map((name) => ({ name, kind: kindOf(name) }));
}

function kindOf(field: ExportField): ExportColumn['kind'] {
  switch (field) {
    case 'createdAt':
    case 'modifiedAt':
    case 'accessedAt':
      return 'time';
    case 'itemCount':
    case 'cleanItemCount':
      return 'number';
    default:
      return 'text';
  }
}

/** The rows of a collection, one at a time and in the order of `order`: however many there are, one is there. */
export function* exportRows(
  collection: Collection,
  options: { readonly order: Uint32Array; readonly fields: readonly ExportField[] },
): Generator<ExportRow> {
  const readers = options.fields.map((field) => readerOf(collection, field));
  for (const row of options.order) yield readers.map((read) => read(row));
}

function readerOf(collection: Collection, field: ExportField): (row: number) => ExportValue {
  switch (field) {
    case 'id':
    case 'name':
      return (row) => collection[field][row] ?? null;
    case 'title':
    case 'actRunId':
      return (row) => collection[field].at(row);
    case 'userId':
    case 'username':
      return (row) => valueAt(collection.owner, row)?.[field] ?? null;
    case 'actId':
    case 'generalAccess':
      return (row) => valueAt(collection[field], row) ?? null;
    case 'createdAt':
      return timeReader(collection.createdAtMs);
    case 'modifiedAt':
      return timeReader(collection.modifiedAtMs);
    case 'accessedAt':
      return timeReader(collection.accessedAtMs);
    case 'itemCount':
    case 'cleanItemCount':
      return (row) => countOf(collection[field][row]);
  }
}

/** ISO 8601 as the API writes it. */
function timeReader(column: Float64Array): (row: number) => string | null {
  const write = isoWriter();
  return (row) => write(column[row] ?? Number.NaN) ?? null;
}

function countOf(count = Number.NaN): number | null {
  return Number.isFinite(count) ? count : null;
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
