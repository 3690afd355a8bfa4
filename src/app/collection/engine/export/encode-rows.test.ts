import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../../contract/dataset.ts';
import { randomDatasets } from '../../testing/random-datasets.ts';
import { collectionOf } from '../columns/collection-of.ts';
import { encodeRows } from './encode-rows.ts';
import { type ExportField, type ExportRow, exportFields, exportRows, kindOf } from './export-fields.ts';
import { type ExportFormat, layoutOf } from './layout-of.ts';
import { readCsv } from './testing/read-csv.ts';

const formats: readonly ExportFormat[] = ['csv', 'json', 'jsonl'];
const someFields = fc.subarray([...exportFields], { minLength: 2 });

function rowsOf(items: readonly DatasetListItem[], fields: readonly ExportField[]): ExportRow[] {
  const collection = collectionOf(items);
  return [...exportRows(collection, { order: Uint32Array.from(items.keys()), fields })];
}

function whole(rows: readonly ExportRow[], format: ExportFormat, fields: readonly ExportField[]): string {
  return [...encodeRows(rows, layoutOf(format, fields), { isFirst: true, isLast: true })].join('');
}

/** What the row of the API says, where it says it rightly: the collection makes nothing of a date that is none. */
function expected(item: DatasetListItem, field: ExportField): string | number | null {
  const value = item[field] ?? null;
  if (kindOf(field) === 'time') return Number.isNaN(Date.parse(String(value))) ? null : value;
  return typeof value === 'string' && value.length > 2000 ? `${value.slice(0, 2000)}…` : value;
}

const asObject = (item: DatasetListItem, fields: readonly ExportField[]) =>
  Object.fromEntries(fields.map((field) => [field, expected(item, field)]));

describe('JSON', () => {
  it('is an array of objects that hold what the API’s rows hold', () => {
    fc.assert(
      fc.property(randomDatasets, someFields, (items, fields) => {
        const read: unknown = JSON.parse(whole(rowsOf(items, fields), 'json', fields));
        expect(read).toEqual(items.map((item) => asObject(item, fields)));
      }),
    );
  });

  it('has one object a line as JSON Lines', () => {
    fc.assert(
      fc.property(randomDatasets, someFields, (items, fields) => {
        const text = whole(rowsOf(items, fields), 'jsonl', fields);
        const lines = text.split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(items.map((item) => asObject(item, fields)));
      }),
    );
  });
});

describe('CSV', () => {
  it('reads back as what was written, but for the mark before what would be a formula', () => {
    fc.assert(
      fc.property(randomDatasets, someFields, (items, fields) => {
        const [head, ...records] = readCsv(whole(rowsOf(items, fields), 'csv', fields));
        expect(head).toEqual(fields);
        expect(records).toEqual(items.map((item) => fields.map((field) => cellOf(expected(item, field), field))));
      }),
    );
  });

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
    const fields: ExportField[] = ['id', 'name'];
    expect(whole([['x', text]], 'csv', fields)).toBe(`id,name\r\nx,${cell}\r\n`);
  });

  it('leaves numbers and times as they are', () => {
    const fields: ExportField[] = ['itemCount', 'createdAt'];
    const row = [-1, '+010000-01-01T00:00:00.000Z'];
    expect(whole([row], 'csv', fields)).toBe('itemCount,createdAt\r\n-1,+010000-01-01T00:00:00.000Z\r\n');
  });
});

describe('a file in stretches', () => {
  it('is the same wherever it is cut', () => {
    fc.assert(
      fc.property(
        randomDatasets,
        someFields,
        fc.constantFrom(...formats),
        fc.array(fc.nat(40)),
        (items, fields, format, cuts) => {
          const rows = rowsOf(items, fields);
          const edges = [...new Set([0, ...cuts.filter((cut) => cut < rows.length)])].sort((a, b) => a - b);
          const stretches = edges.map((from, index) => {
            const to = edges[index + 1] ?? rows.length;
            const place = { isFirst: from === 0, isLast: to === rows.length };
            return [...encodeRows(rows.slice(from, to), layoutOf(format, fields), place)].join('');
          });
          expect(stretches.join('')).toBe(whole(rows, format, fields));
        },
      ),
    );
  });

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
    for (const piece of encodeRows(rows(), layoutOf('jsonl', ['id', 'name']), { isFirst: true, isLast: true })) {
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

function cellOf(value: string | number | null, field: ExportField): string {
  const text = String(value ?? '');
  return kindOf(field) === 'text' && '=+-@\t\r'.includes(text.charAt(0) || 'x') ? `'${text}` : text;
}
