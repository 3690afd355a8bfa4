import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDatasets } from '../../app/collection/testing/random-datasets.ts';
import { type DatasetField, datasetFields } from '../../app/datasets/fields.ts';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { encodeRows } from './encode-rows.ts';
import {
  type ExportColumn,
  type ExportFormatId,
  type ExportRow,
  exportFormat,
  exportFormats,
} from './export-formats.ts';
import { exportColumns as columnsOf, exportFieldsOf, exportRows } from './export-rows.ts';
import { exportReaders } from './testing/read-exports.ts';

const formats = Object.keys(exportFormats) as ExportFormatId[];
const exportFields = exportFieldsOf(datasetFields);
const exportColumns = (fields: readonly DatasetField[]) => columnsOf(datasetFields, fields);
const someFields = fc.subarray([...exportFields], { minLength: 2 });

function rowsOf(items: readonly DatasetListItem[], fields: readonly DatasetField[]): ExportRow[] {
  const collection = collectionOf(datasetFields, items);
  return [...exportRows(collection, { order: Uint32Array.from(items.keys()), fields })];
}

function whole(rows: readonly ExportRow[], format: ExportFormatId, columns: readonly ExportColumn[]): string {
  return [...encodeRows(rows, exportFormat(format).layout(columns), { isFirst: true, isLast: true })].join('');
}

function readerOf(format: ExportFormatId) {
  const reader = exportReaders[format];
  if (reader === undefined) throw new Error(`${format} has no reader of its own in testing/read-exports.ts.`);
  return reader;
}

/** What the row of the API says, where it says it rightly: the collection makes nothing of a date that is none. */
function expected(item: DatasetListItem, { name, kind }: ExportColumn): string | number | null {
  const value = item[name as DatasetField] ?? null;
  if (kind === 'time') return Number.isNaN(Date.parse(String(value))) ? null : value;
  return typeof value === 'string' && value.length > 2000 ? `${value.slice(0, 2000)}…` : value;
}

describe.each(formats)('the format %s', (format) => {
  it('reads back, by a reader of its own, as what the API’s rows hold', () => {
    const { read, said } = readerOf(format);
    fc.assert(
      fc.property(randomDatasets, someFields, (items, fields) => {
        const columns = exportColumns(fields);
        const rows = read(whole(rowsOf(items, fields), format, columns), columns);
        expect(rows).toEqual(items.map((item) => columns.map((column) => said(expected(item, column), column))));
      }),
    );
  });

  it('writes every value that JSON has', () => {
    const { read, said } = readerOf(format);
    const columns: ExportColumn[] = [
      { name: 'any', kind: 'any' },
      { name: 'is', kind: 'boolean' },
      { name: 'text', kind: 'text' },
    ];
    const texts = fc.string({ unit: 'binary', maxLength: 8 });
    const rows = fc.array(fc.tuple(fc.jsonValue(), fc.option(fc.boolean()), texts) as fc.Arbitrary<ExportRow>);
    fc.assert(
      fc.property(rows, (given) => {
        const expectedRows = given.map((row) => columns.map((column, at) => said(row[at] ?? null, column)));
        expect(read(whole(given, format, columns), columns)).toEqual(expectedRows);
      }),
    );
  });

  it('takes columns of any name', () => {
    const { read, said } = readerOf(format);
    const texts = fc.string({ unit: 'binary', maxLength: 10 }).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.uniqueArray(texts, { minLength: 1, maxLength: 4 }), (names) => {
        const columns = names.map((name): ExportColumn => ({ name, kind: 'number' }));
        const row = names.map((_, index) => index);
        const [back] = read(whole([row], format, columns), columns);
        expect(back).toEqual(row.map((value, index) => said(value, columns[index] as ExportColumn)));
      }),
    );
  });

  it('is the same file wherever it is cut', () => {
    fc.assert(
      fc.property(randomDatasets, someFields, fc.array(fc.nat(40)), (items, fields, cuts) => {
        const rows = rowsOf(items, fields);
        const columns = exportColumns(fields);
        const edges = [...new Set([0, ...cuts.filter((cut) => cut < rows.length)])].sort((a, b) => a - b);
        const stretches = edges.map((from, index) => {
          const to = edges[index + 1] ?? rows.length;
          const place = { isFirst: from === 0, isLast: to === rows.length };
          return [...encodeRows(rows.slice(from, to), exportFormat(format).layout(columns), place)].join('');
        });
        expect(stretches.join('')).toBe(whole(rows, format, columns));
      }),
    );
  });

  it('has a name that a reader chooses it by and a type that programs know it by', () => {
    const { label, mimeType } = exportFormat(format);
    expect(label).toMatch(/\S/);
    expect(formats.filter((other) => exportFormat(other).label === label)).toEqual([format]);
    expect(mimeType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(;charset=utf-8)?$/);
    // It is what the name of a file ends with.
    expect(format).toMatch(/^[a-z0-9]+$/);
  });
});

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["'=1", "'=1"],
    ['a=1', 'a=1'],
    [' =1', '" =1"'],
    ['a,b', '"a,b"'],
    ['line\nbreak', '"line\nbreak"'],
    ['said "so"', '"said ""so"""'],
    ['', ''],
    [null, ''],
  ])('writes a text %j as %s', (text, cell) => {
    expect(whole([['x', text]], 'csv', exportColumns(['id', 'name']))).toBe(`id,name\r\nx,${cell}\r\n`);
  });

  it('leaves numbers and times as they are', () => {
    const columns = exportColumns(['itemCount', 'createdAt']);
    const row = [-1, '+010000-01-01T00:00:00.000Z'];
    expect(whole([row], 'csv', columns)).toBe('itemCount,createdAt\r\n-1,+010000-01-01T00:00:00.000Z\r\n');
  });
});

describe('JSON', () => {
  it('has one row a line', () => {
    const columns = exportColumns(['id', 'itemCount']);
    expect(
      whole(
        [
          ['a', 1],
          ['b', null],
        ],
        'json',
        columns,
      ),
    ).toBe('[\n{"id":"a","itemCount":1},\n{"id":"b","itemCount":null}\n]\n');
  });
});

describe('a file in stretches', () => {
  it('is written in pieces that do not grow with it, from rows that are read one by one', () => {
    const rowCount = 50_000;
    let longest = 0;
    let bytes = 0;
    let ahead = 0;
    function* rows(): Generator<ExportRow> {
      for (let row = 0; row < rowCount; row += 1) {
        ahead += 1;
        yield [`id${row}`, `name-${row}`];
      }
    }
    let furthestAhead = 0;
    const layout = exportFormats.jsonl.layout(exportColumns(['id', 'name']));
    for (const piece of encodeRows(rows(), layout, { isFirst: true, isLast: true })) {
      longest = Math.max(longest, piece.length);
      furthestAhead = Math.max(furthestAhead, ahead);
      ahead = 0;
      bytes += piece.length;
    }
    expect(bytes).toBeGreaterThan(1_500_000);
    expect(longest).toBeLessThan(66_000);
    expect(furthestAhead).toBeLessThan(2_500);
  });
});
