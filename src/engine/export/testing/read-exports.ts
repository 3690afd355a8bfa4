import type { ExportColumn, ExportFormatId, ExportValue } from '../export-formats.ts';
import { readCsv } from './read-csv.ts';

/** How a format is read by what has no line in common with what writes it. */
interface ExportReader {
  /** The values of each row, one for each column; throws on whatever the format does not allow. */
  readonly read: (text: string, columns: readonly ExportColumn[]) => unknown[][];
  /** What a value is when it is read back: the value, where the format can say it. */
  readonly said: (value: ExportValue, column: ExportColumn) => unknown;
}

/** A reader for each format: without one it is not known whether what was written can be read. */
export const exportReaders: Readonly<Record<ExportFormatId, ExportReader>> = {
  csv: {
    read(text, columns) {
      const [head, ...records] = readCsv(text);
      if (head?.join() !== columns.map(({ name }) => name).join())
        throw new SyntaxError(`The head is ${head?.join()}.`);
      return records;
    },
    said(value, { kind }) {
      const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
      // The mark before what would be a formula.
      return typeof value === 'string' && kind !== 'time' && '=+-@\t\r'.includes(text.charAt(0) || 'x')
        ? `'${text}`
        : text;
    },
  },
  json: {
    read: (text, columns) => (JSON.parse(text) as unknown[]).map((row) => valuesOf(row, columns)),
    said: asJson,
  },
  jsonl: {
    read(text, columns) {
      const lines = text.split('\n');
      if (lines.pop() !== '') throw new SyntaxError('The last line does not end.');
      return lines.map((line) => valuesOf(JSON.parse(line), columns));
    },
    said: asJson,
  },
};

/** JSON has one zero. */
function asJson(value: ExportValue): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The values of an object that has these columns, in this order, and nothing else. */
function valuesOf(row: unknown, columns: readonly ExportColumn[]): unknown[] {
  if (typeof row !== 'object' || row === null) throw new SyntaxError('A row is no object.');
  const names = Object.keys(row);
  // Numbers come first in an object, whatever was written.
  if (names.length !== columns.length || !columns.every(({ name }) => Object.hasOwn(row, name)))
    throw new SyntaxError(`A row has ${names.join()}.`);
  return columns.map(({ name }) => (row as Record<string, unknown>)[name]);
}
