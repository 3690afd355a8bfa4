import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListView, listParams } from './list-params.ts';
import { type BadParam, readParams, writeParams } from './params.ts';
import { anyFilter, defaultView } from './testing/list-views.ts';

function read(search: string): { values: ListView; bad: BadParam[] } {
  const bad: BadParam[] = [];
  return { values: readParams(listParams, new URLSearchParams(search), (one) => bad.push(one)), bad };
}

const defaults = defaultView;

const page = fc.record({ offset: fc.nat(), limit: fc.integer({ min: 1, max: 1000 }), desc: fc.boolean() });
const view: fc.Arbitrary<ListView> = fc.tuple(anyFilter, page).map(([filter, slice]) => ({ ...filter, ...slice }));

describe('the parameters of the list', () => {
  it.each([
    ['', defaults],
    ['limit=', defaults],
    ['unknown=1&token=x', defaults],
    ['limit=0', defaults],
    ['limit=5000', defaults],
    ['limit=99999999999999999999', defaults],
    ['limit=1e2', { ...defaults, limit: 100 }],
    ['offset=10.0', { ...defaults, offset: 10 }],
    ['desc=1', { ...defaults, desc: true }],
    ['desc=true&unnamed=false', { ...defaults, desc: true }],
    ['ownership=sharedWithMe', { ...defaults, ownership: 'sharedWithMe' }],
  ])('reads %j', (search, values) => {
    expect(read(search)).toEqual({ values, bad: [] });
  });

  it.each([
    'offset=-1',
    'offset=1.5',
    'offset=NaN',
    'offset=1e400',
    'offset=Infinity',
    'offset=0x10',
    'offset=%2010',
    'limit=ten',
    'limit=1&limit=1',
    'desc=yes',
    'desc=TRUE',
    'unnamed=2',
    'ownership=all',
    'ownership=mine',
  ])('refuses %j, naming it', (search) => {
    const { values, bad } = read(search);
    expect(bad.map(({ codec }) => codec.name)).toEqual([search.split('=')[0]]);
    expect(values).toEqual(defaults);
  });

  it('reads back what it writes, each parameter and all together', () => {
    fc.assert(
      fc.property(view, (values) => {
        expect(read(writeParams(listParams, values))).toEqual({ values, bad: [] });
      }),
    );
  });

  it('writes what it reads in one canonical form', () => {
    fc.assert(
      fc.property(view, (values) => {
        const written = writeParams(listParams, values);
        expect(writeParams(listParams, read(written).values)).toBe(written);
      }),
    );
  });

  it('are these when a request has none', () => {
    expect(defaults).toMatchObject({ offset: 0, limit: 1000, desc: false, unnamed: false, ownership: 'all' });
  });

  it('leaves the defaults out', () => {
    expect(writeParams(listParams, defaults)).toBe('');
    expect(writeParams(listParams, { ...defaults, desc: true, limit: 50 })).toBe('desc=1&limit=50');
  });
});
