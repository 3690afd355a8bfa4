import { describe, expect, expectTypeOf, it } from 'vitest';
import { type DatasetListItem, datasetListItemSchema } from '../../contract/dataset.ts';
import { fieldsOf, sortColumnsOf, type TableDescription } from '../../engine/columns/table-description.ts';
import {
  type DatasetFacet,
  type DatasetField,
  type DatasetRow,
  type DatasetSortColumn,
  datasetFields,
  shownName,
} from './fields.ts';

const described: TableDescription = datasetFields;
const columns = Object.entries(described.columns);
const queryKeys = columns.flatMap(([, { query }]) => query?.key ?? []);

describe('datasetFields', () => {
  it('describes each field of a row of the API, once', () => {
    const fields = columns.flatMap(([name, column]) => fieldsOf(name, column));
    expect(fields.toSorted()).toEqual(Object.keys(datasetListItemSchema.entries).toSorted());
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('says where each field stands in an export', () => {
    expect(described.fields.toSorted()).toEqual(columns.flatMap(([name, column]) => fieldsOf(name, column)).toSorted());
  });

  it('gives each column that can be asked for a key of its own', () => {
    expect(new Set(queryKeys).size).toBe(queryKeys.length);
    expect(queryKeys.filter((key) => key === 'is' || !/^[a-z]+$/.test(key))).toEqual([]);
  });

  it('names no column that there is not', () => {
    const { id, time, charts, states } = described;
    const named = [
      id,
      time,
      charts.amount,
      charts.part,
      ...Object.values(states).flatMap(({ test }) => ('than' in test ? [test.column, test.than] : [test.column])),
      ...columns.flatMap(([, { query }]) => query?.also ?? []),
      ...columns.flatMap(([, column]) => (column.kind === 'text' ? (column.shows ?? []) : [])),
    ];
    expect(named.filter((name) => described.columns[name] === undefined)).toEqual([]);
    expect(Object.values(states).flatMap(({ words }) => Object.keys(words))).toContain(charts.marked);
  });

  it('counts each state, and nothing that there is not', () => {
    expect(described.facets).toEqual(expect.arrayContaining(Object.keys(described.states)));
    expect(described.facets.filter((facet) => !queryKeys.includes(facet) && !described.states[facet])).toEqual([]);
  });

  it('has types that follow from it, so that what there is not does not compile', () => {
    expectTypeOf<DatasetRow>().toExtend<DatasetListItem>();
    expectTypeOf<DatasetRow>().toHaveProperty('username').toEqualTypeOf<string | null>();
    expectTypeOf<'sizeBytes'>().not.toExtend<DatasetField>();
    expectTypeOf<'generalAccess'>().not.toExtend<DatasetSortColumn>();
    expectTypeOf<'cleanItemCount'>().toExtend<DatasetSortColumn>();
    expectTypeOf<'size'>().not.toExtend<DatasetFacet>();
    expect(sortColumnsOf(datasetFields)).not.toContain('generalAccess');
  });
});

it.each([
  [{ name: 'shop', title: 'My shop' }, 'My shop'],
  [{ name: 'shop', title: null }, 'shop'],
  [{ name: 'shop' }, 'shop'],
  [{ name: 'shop', title: '' }, 'shop'],
  [{ name: 'shop', title: ' \t\u3000' }, 'shop'],
  [{ name: null, title: 'My shop' }, 'My shop'],
  [{ name: ' ', title: ' ' }, ''],
  [{ name: null }, ''],
  [{ name: 'shop', title: ' My shop ' }, ' My shop '],
])('%j is shown as "%s"', (dataset, shown) => {
  expect(shownName(dataset)).toBe(shown);
});
