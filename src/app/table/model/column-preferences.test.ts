import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asTheyCome,
  type ColumnPreferences,
  formatColumnPreferences,
  orderedColumns,
  parseColumnPreferences,
  visibleColumns,
  withMoved,
  withVisible,
  withWidths,
} from './column-preferences.ts';
import { narrowestPx, widestPx } from './column-widths.ts';

const ids = ['name', 'id', 'items', 'created', 'run'];

const preferences: fc.Arbitrary<ColumnPreferences> = fc.record({
  order: fc.uniqueArray(fc.constantFrom(...ids, 'gone', '__proto__')),
  hidden: fc.uniqueArray(fc.constantFrom(...ids, 'gone')),
  widthsPx: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: narrowestPx, max: widestPx })),
});

describe('parseColumnPreferences', () => {
  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['another version', '{"version":2,"order":[],"hidden":[],"widthsPx":{}}'],
    ['a missing part', '{"version":1,"order":[],"hidden":[]}'],
    ['ids that are no text', '{"version":1,"order":[1],"hidden":[],"widthsPx":{}}'],
    ['widths that are no numbers', '{"version":1,"order":[],"hidden":[],"widthsPx":{"id":"wide"}}'],
  ])('falls back for %s', (_, text) => {
    expect(parseColumnPreferences(text)).toBe(asTheyCome);
  });

  it('brings widths and repetitions into line', () => {
    const text = '{"version":1,"order":["run","run"],"hidden":["id","id"],"widthsPx":{"run":-5,"id":1e9,"items":80.6}}';
    expect(parseColumnPreferences(text)).toEqual({
      order: ['run'],
      hidden: ['id'],
      widthsPx: { run: narrowestPx, id: widestPx, items: 81 },
    });
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        expect(parseColumnPreferences(formatColumnPreferences(chosen))).toEqual(chosen);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseColumnPreferences(text)));
  });
});

describe('orderedColumns', () => {
  it.each([
    ['as they come', [], ids],
    ['the reader’s order', ['run', 'items', 'id', 'created'], ['name', 'run', 'items', 'id', 'created']],
    ['the first stays first', ['run', 'name', 'id', 'items', 'created'], ['name', 'run', 'id', 'items', 'created']],
    [
      'an unknown column is left out',
      ['gone', 'run', 'id', 'items', 'created'],
      ['name', 'run', 'id', 'items', 'created'],
    ],
    ['a new column follows its neighbour', ['run', 'items', 'created'], ['name', 'id', 'run', 'items', 'created']],
  ])('%s', (_, order, expected) => {
    expect(orderedColumns(ids, { ...asTheyCome, order })).toEqual(expected);
  });

  it('holds every column once, the first first, whatever was stored', () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        const ordered = orderedColumns(ids, chosen);
        expect(ordered[0]).toBe('name');
        expect([...ordered].sort()).toEqual([...ids].sort());
      }),
    );
  });
});

describe('a choice', () => {
  it('hides and shows, but never the first column', () => {
    const without = withVisible(withVisible(asTheyCome, 'id', false), 'name', false);
    expect(visibleColumns(ids, without)).toEqual(['name', 'items', 'created', 'run']);
    expect(visibleColumns(ids, withVisible(without, 'id', true))).toEqual(ids);
  });

  it.each([
    ['up', 'run', 3, ['name', 'id', 'items', 'run', 'created']],
    ['down', 'id', 2, ['name', 'items', 'id', 'created', 'run']],
    ['not before the first', 'run', 0, ['name', 'run', 'id', 'items', 'created']],
    ['not past the end', 'id', 99, ['name', 'items', 'created', 'run', 'id']],
    ['the first does not move', 'name', 3, ids],
  ])('moves %s', (_, id, index, expected) => {
    expect(orderedColumns(ids, withMoved({ preferences: asTheyCome, ids, id, index }))).toEqual(expected);
  });

  it('sizes columns and lets them flex again', () => {
    const sized = withWidths(asTheyCome, { id: 200.4, run: 3 });
    expect(sized.widthsPx).toEqual({ id: 200, run: narrowestPx });
    expect(withWidths(sized, { id: undefined }).widthsPx).toEqual({ run: narrowestPx });
  });
});
