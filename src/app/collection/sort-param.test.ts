import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParams } from '../../contract/read-params.ts';
import { writeParams } from '../../contract/write-params.ts';
import { sortColumns } from './sort-key.ts';
import { sortParam } from './sort-param.ts';

const sorts = fc
  .uniqueArray(fc.constantFrom(...sortColumns), { minLength: 1 })
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

  it.each([
    'size',
    'name,',
    ',',
    '-',
    '--name',
    '+name',
    'Name',
    'name desc',
    'name,-name',
    'constructor',
    'name,size',
  ])('refuses %j', (raw) => {
    expect(sortParam.parse(raw)).toBeUndefined();
  });
});
