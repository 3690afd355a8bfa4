import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import { type ExportFormatId, exportFormat, exportFormats } from '../../../engine/export/export-formats.ts';
import { type ExportedView, exportFile, exportFileName } from './export-file.ts';

const whole: ExportedView = {
  source: 'library.db · this computer',
  view: { ...defaultFilter, sort: [], desc: true, q: '' },
  part: undefined,
  atMs: Date.UTC(2026, 0, 15, 10, 30, 5, 123),
  format: 'csv',
};

const formats = Object.entries(exportFormats) as [ExportFormatId, (typeof exportFormats)[ExportFormatId]][];

describe.each(formats)('a file of the format %s', (format, { mimeType }) => {
  it('says what it is, by its type and its name', () => {
    expect(exportFile(format, []).type).toBe(mimeType);
    expect(exportFileName({ ...whole, format })).toMatch(new RegExp(`Z\\.${format}$`));
  });

  it('holds what was collected, and before it nothing but the mark of the format', async () => {
    const bytes = await exportFile(format, [new Blob(['é']), new Blob(['x'])]).arrayBuffer();
    const { fileMark = '' } = exportFormat(format);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(`${fileMark}éx`);
  });
});

it('begins CSV with the mark that Excel knows UTF-8 by', async () => {
  const bytes = await exportFile('csv', [new Blob(['x'])]).arrayBuffer();
  expect([...new Uint8Array(bytes)]).toEqual([0xef, 0xbb, 0xbf, 0x78]);
});

describe('the name of an exported file', () => {
  it.each<[Partial<ExportedView>, string]>([
    [{}, 'datasets_library.db-this-computer_all-named_newest-first_2026-01-15T103005Z.csv'],
    [
      {
        source: 'localhost:8000',
        view: {
          ...defaultFilter,
          ownership: 'ownedByMe',
          unnamed: true,
          sort: [{ column: 'itemCount', desc: true }],
          desc: false,
          q: 'items:>1000 "../a b"',
        },
        format: 'jsonl',
      },
      'datasets_localhost-8000_mine-with-unnamed_search-items-over-1000-..-a-b_by-items-most-first_2026-01-15T103005Z.jsonl',
    ],
    [
      { part: { rows: 2000, total: 48_213 } },
      'datasets-part-2000-of-48213_library.db-this-computer_all-named_newest-first_2026-01-15T103005Z.csv',
    ],
  ])('says what is in it: %j', (change, name) => {
    expect(exportFileName({ ...whole, ...change })).toBe(name);
  });

  it.each([
    ['shop', 'search-shop'],
    ['-shop', 'search-not-shop'],
    ['items:>5', 'search-items-over-5'],
    ['items:>=5', 'search-items-from-5'],
    ['items:<5', 'search-items-under-5'],
    ['items:<=5', 'search-items-to-5'],
    ['-created:<7d owner:me', 'search-not-created-under-7d-owner-me'],
    ['items:5..10', 'search-items-5..10'],
  ])('tells one search from another: %s', (q, piece) => {
    expect(exportFileName({ ...whole, view: { ...whole.view, q } }).split('_')).toContain(piece);
  });

  it('names nothing of a search that was left out', () => {
    const name = (q: string) => exportFileName({ ...whole, view: { ...whole.view, q } });
    expect(name('shop colour:red items:many')).toBe(name('shop'));
    expect(name('colour:red')).toBe(name(''));
  });

  it('is one that every file system takes, whatever is searched for', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constant('東京🎉'.repeat(100)));
    fc.assert(
      fc.property(texts, texts, (source, q) => {
        const name = exportFileName({ ...whole, source, view: { ...whole.view, q } });
        expect(name).toMatch(/^datasets[\p{L}\p{M}\p{N}._-]*Z\.csv$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
