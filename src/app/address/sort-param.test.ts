import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParams, writeParams } from '../../contract/params.ts';
import { sortColumnsOf } from '../../engine/columns/table-description.ts';
import { readSort } from '../../engine/order/sort-key.ts';
import { datasetFields } from '../datasets/fields.ts';
import { sortParam } from './sort-param.ts';

const sorts = fc
  .uniqueArray(fc.constantFrom(...sortColumnsOf(datasetFields)), { minLength: 1 })
  .chain((columns) =>
    fc.tuple(...columns.map((column) => fc.record({ column: fc.constant(column), desc: fc.boolean() }))),
  );

describe('sortParam', () => {
  it('reads back what it writes, and writes back what it reads', () => {
    fc.assert(
      fc.property(sorts, (sort) => {
        const written = writeParams({ sort: sortParam }, { sort });
        const { sort: read } = readParams({ sort: sortParam }, new URLSearchParams(written), () =>
          expect.unreachable(),
        );
        expect(read).toEqual(sort);
        expect(sortParam.serialize(read)).toBe(sortParam.serialize(sort));
      }),
    );
  });

  it('leaves no order out', () => {
    expect(writeParams({ sort: sortParam }, { sort: [] })).toBe('');
  });

  it('reads descending columns with a minus', () => {
    expect(sortParam.parse('-itemCount,name')).toEqual([
      { column: 'itemCount', desc: true },
      { column: 'name', desc: false },
    ]);
  });

  it.each(['size', ',', '-', '--name', '+name', 'Name', 'name desc', 'constructor', 'size,colour'])(
    'refuses %j',
    (raw) => {
      expect(sortParam.parse(raw)).toBeUndefined();
    },
  );

  it.each([
    ['name,size', 'name', ['size']],
    ['size,-itemCount,colour,name', '-itemCount,name', ['size', 'colour']],
    ['name,-name', 'name', ['-name']],
    ['-createdAt,,id,', '-createdAt,id', []],
    ['__proto__,id', 'id', ['__proto__']],
  ])('keeps what it can read of %j', (raw, kept, dropped) => {
    const { keys, dropped: left } = readSort(raw, datasetFields);
    expect(sortParam.serialize(keys)).toBe(kept);
    expect(left).toEqual(dropped);
    expect(sortParam.parse(raw)).toEqual(keys);
  });
});
