import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { compareAny } from './columns/any-value.ts';
import { type Collection, flagsOf, numbersOf, rowOf } from './columns/collection.ts';
import { Dictionaries } from './columns/dictionaries.ts';
import { collectionOf } from './columns/join-blocks.ts';
import { PackedRowsReader, packRows, packValues } from './columns/packed-rows.ts';
import { readBlock } from './columns/row-block.ts';
import type { TableDescription } from './columns/table-description.ts';
import { languageOf } from './columns/table-language.ts';
import { exportColumns, exportFieldsOf, exportRows } from './export/export-rows.ts';
import { facetsOf } from './facets/facets-of.ts';
import { queryCollection } from './order/query-collection.ts';
import { parseQuery } from './query/parse-query.ts';

/** A table of nothing that the dashboard has, with a column of every kind. */
const ships = {
  thing: 'ship',
  columns: {
    id: { kind: 'text', label: 'ID', isRequired: true, order: 'characters' },
    builtAt: { kind: 'time', label: 'Built', isOptional: true, query: { key: 'built', hint: '', example: '1850' } },
    flag: { kind: 'coded', label: 'Flag', order: 'natural', query: { key: 'flag', hint: '', example: 'NO' } },
    masts: { kind: 'count', label: 'Masts', query: { key: 'masts', hint: '', example: '3' } },
    draught: { kind: 'number', label: 'Draught', isOptional: true, query: { key: 'draught', hint: '', example: '2' } },
    isSunk: { kind: 'boolean', label: 'Sunk', query: { key: 'sunk', hint: '', example: 'true' } },
    cargo: { kind: 'any', label: 'Cargo', isSearched: true, query: { key: 'cargo', hint: '', example: 'tea' } },
  },
  fields: ['cargo', 'id'],
  id: 'id',
  time: 'builtAt',
  maxTextChars: 20,
  states: {
    rigging: {
      title: 'Rigging',
      test: { is: 'zero', column: 'masts' },
      words: { bare: { label: 'Bare', holds: true }, rigged: { label: 'Rigged', holds: false } },
    },
  },
  statesHint: 'bare or rigged',
  facets: ['flag', 'sunk', 'cargo', 'masts', 'built', 'rigging'],
  charts: { marked: 'bare', amount: 'masts', part: 'masts' },
} as const satisfies TableDescription;

const fleet = [
  { id: 'a', builtAt: '1850-01-01T00:00:00.000Z', flag: 'NO', masts: 3, draught: 2.5, isSunk: false, cargo: 'tea' },
  { id: 'b', builtAt: null, flag: 'DK', masts: 0, draught: -1, isSunk: true, cargo: { tea: 7 } },
  { id: 'c', flag: null, masts: 1, draught: 2, isSunk: null, cargo: 12 },
  { id: 'd', flag: 'NO', masts: 2, draught: null, isSunk: true, cargo: null },
  { id: 'e', flag: 'NO', masts: 2, draught: 2, isSunk: true, cargo: [1, 'oil'] },
  { id: 'f', flag: 'NO', masts: 2, draught: 0, isSunk: false },
  { id: 'g', flag: 'NO', masts: 2, draught: 0, isSunk: false, cargo: true },
  { id: 'h', flag: 'NO', masts: 2, draught: 0, isSunk: false, cargo: 'Tea 10' },
  { id: 'i', flag: 'NO', masts: 2, draught: 0, isSunk: false, cargo: 'Tea 9' },
];
const collection = collectionOf(ships, fleet);

function idsFor(q: string, sort: readonly string[] = []): string {
  const { terms } = parseQuery(q, languageOf(ships));
  return queryCollection(collection, { filters: terms, sort })
    .rows.map(({ id }) => id)
    .join('');
}

describe('a table of columns of every kind', () => {
  it('gives its rows back as they came, with null for what need not be there', () => {
    expect(rowOf(collection, 0)).toEqual(fleet[0]);
    expect(rowOf(collection, 1)).toEqual(fleet[1]);
    expect(rowOf(collection, 5)).toEqual({ ...fleet[5], builtAt: null });
    expect(() => rowOf(collection, 9)).toThrow(RangeError);
  });

  it('notes each value that is not of its kind, and nothing else', () => {
    const bad = { id: 'x', builtAt: 'soon', flag: 7, masts: 0.5, draught: '2', isSunk: 'no', cargo: 'any' };
    const { flaws, cut } = readBlock([...fleet, bad, { ...bad, id: '' }], new Dictionaries(ships));
    expect(Object.fromEntries(flaws)).toEqual({
      id: [10],
      ...Object.fromEntries(['builtAt', 'flag', 'masts', 'draught', 'isSunk'].map((field) => [field, [9]])),
    });
    expect(cut).toEqual([]);
    expect(readBlock([{ ...fleet[0], flag: 'x'.repeat(21) }], new Dictionaries(ships)).cut).toEqual([0]);
  });

  it.each([
    ['cargo', 'dgcaihebf'],
    ['-cargo', 'behiacgdf'],
    ['isSunk', 'afghibdec'],
    ['-isSunk', 'bdeafghic'],
    ['draught', 'bfghicead'],
    ['masts', 'bcdefghia'],
    ['builtAt', 'abcdefghi'],
    ['flag', 'badefghic'],
  ])('puts rows in order by %s', (sort, ids) => {
    expect(idsFor('', [sort])).toBe(ids);
  });

  it.each([
    ['tea', 'abhi'],
    ['oil', 'e'],
    ['cargo:tea', 'a'],
    ['cargo:12', 'c'],
    ['cargo:*tea*', 'abhi'],
    ['sunk:true', 'bde'],
    ['-sunk:true', 'acfghi'],
    ['draught:<2', 'bfghi'],
    ['draught:>2', 'a'],
    ['draught:2', 'ce'],
    ['masts:>=2 flag:no', 'adefghi'],
    ['built:1850', 'a'],
    ['is:bare', 'b'],
  ])('finds the rows of %s', (q, ids) => {
    expect(idsFor(q)).toBe(ids);
  });

  it('counts what each value would give', () => {
    const facets = facetsOf(collection, { reader: { nowMs: Date.UTC(2026, 0, 1), userId: undefined } });
    const counts = (name: keyof typeof facets) =>
      Object.fromEntries(facets[name].values.map(({ label, count }) => [label, count]));
    expect(counts('flag')).toEqual({ NO: 7, DK: 1 });
    expect(counts('sunk')).toEqual({ true: 3, false: 5 });
    expect(counts('cargo')).toMatchObject({ tea: 1, '12': 1, true: 1, '{"tea":7}': 1, '[1,"oil"]': 1 });
    expect(counts('masts')).toMatchObject({ '0': 1, '1': 1 });
    expect(counts('rigging')).toEqual({ bare: 1, rigged: 8 });
    expect(counts('built')).toMatchObject({ '<1d': 0, '>1y': 1 });
  });

  it('comes back as it was kept, and not with a part of another table', () => {
    const reader = new PackedRowsReader(ships, { count: 9, values: packValues(collection) });
    expect(reader.add(structuredClone(packRows(collection, 0, 4)), 4)).toBe(true);
    expect(reader.add(structuredClone(packRows(collection, 4, 9)), 5)).toBe(true);
    const kept = reader.finish();
    expect(fleet.map((_, row) => kept && rowOf(kept, row))).toEqual(fleet.map((_, row) => rowOf(collection, row)));
    const { cargo: _, ...part } = packRows(collection, 0, 9);
    expect(new PackedRowsReader(ships, { count: 9, values: {} }).add(part, 9)).toBe(false);
  });

  it('is exported whole, the fields that are named first in front', () => {
    const fields = exportFieldsOf(ships);
    expect(fields).toEqual(['cargo', 'id', 'builtAt', 'flag', 'masts', 'draught', 'isSunk']);
    expect(exportColumns(ships, ['cargo', 'isSunk', 'masts']).map(({ kind }) => kind)).toEqual([
      'any',
      'boolean',
      'number',
    ]);
    expect([...exportRows(collection, { order: Uint32Array.of(1, 5), fields })]).toEqual([
      [{ tea: 7 }, 'b', null, 'DK', 0, -1, true],
      [null, 'f', null, 'NO', 2, 0, false],
    ]);
  });

  it('has no column but its own', () => {
    expectTypeOf<Collection<typeof ships>['columns']>().not.toHaveProperty('itemCount');
    expectTypeOf(collection.columns.masts).toEqualTypeOf<Float64Array>();
    expect(() => numbersOf(collection, 'itemCount')).toThrow(RangeError);
    expect(() => flagsOf(collection, 'masts')).toThrow(RangeError);
  });
});

describe('the order of any values', () => {
  it('is one: missing, null, booleans, numbers, texts, arrays, objects', () => {
    const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const values = [undefined, null, false, true, -1, 2, 10, '', 'a', [], [1], [1, null], [2], {}, { a: 1 }, { a: 2 }];
    expect(
      [...values]
        .reverse()
        .sort((a, b) => compareAny(a, b, compareTexts))
        .slice(0, -1),
    ).toEqual(values.slice(1));
    const any = fc.jsonValue();
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const order = (x: unknown, y: unknown) => Math.sign(compareAny(x, y, compareTexts));
        expect(order(a, b)).toBe(-order(b, a) || 0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
