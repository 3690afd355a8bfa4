import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetFields } from '../../app/datasets/fields.ts';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { rowOf } from './collection.ts';
import { collectionOf } from './join-blocks.ts';

const date = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((one) => one.toISOString());
const text = fc.option(fc.string({ unit: 'grapheme' }));
const few = fc.option(fc.constantFrom('a', 'b', ''));
const row: fc.Arbitrary<DatasetListItem> = fc.record({
  id: fc.uuid(),
  name: text,
  title: text,
  userId: fc.constantFrom('u1', 'u2'),
  username: few,
  createdAt: date,
  modifiedAt: date,
  accessedAt: date,
  itemCount: fc.nat(),
  cleanItemCount: fc.maxSafeNat(),
  actId: few,
  actRunId: text,
  generalAccess: few,
});

describe('a collection of rows', () => {
  it('has the rows', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const collection = collectionOf(datasetFields, rows);
        expect(collection).toMatchObject({ count: rows.length, total: rows.length });
        expect(rows.map((_, at) => rowOf(collection, at))).toEqual(rows);
      }),
    );
  });

  it('has null for what a row leaves out', () => {
    const [one] = fc.sample(row, 1);
    const { title: _t, username: _u, generalAccess: _g, ...rest } = one as DatasetListItem;
    expect(rowOf(collectionOf(datasetFields, [rest], 7), 0)).toEqual({
      ...rest,
      title: null,
      username: null,
      generalAccess: null,
    });
    expect(collectionOf(datasetFields, [rest], 7)).toMatchObject({ count: 1, total: 7 });
  });

  it('has words for a date that is none', () => {
    const [one] = fc.sample(row, 1);
    const bad = { ...(one as DatasetListItem), createdAt: 'soon' };
    const collection = collectionOf(datasetFields, [bad]);
    expect(collection.columns.createdAt[0]).toBeNaN();
    expect(rowOf(collection, 0)).toEqual({ ...bad, createdAt: 'not a date' });
  });

  it('has no row beyond its last', () => {
    expect(() => rowOf(collectionOf(datasetFields, []), 0)).toThrow(RangeError);
  });
});
