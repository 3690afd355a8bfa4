import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { queryCollection } from '../../../engine/order/query-collection.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { datasetQuery } from '../dataset-query.ts';
import { datasetFields } from '../fields.ts';
import { cellValue } from './value-choices.ts';

const created = new Date(2026, 0, 15, 10, 30, 7, 250);
const row: DatasetListItem = {
  id: 'd1',
  name: 'my *shop*',
  userId: 'u2',
  username: 'ada',
  createdAt: created.toISOString(),
  modifiedAt: created.toISOString(),
  accessedAt: 'not a date',
  itemCount: 12,
  cleanItemCount: 9,
  actId: null,
  actRunId: 'run 1',
};

function choicesOf(columnId: string, options: { q?: string; row?: Partial<DatasetListItem>; userId?: string } = {}) {
  const { q = '', row: change = {}, userId } = options;
  const value = cellValue({ ...row, ...change }, { columnId, q, userId });
  return value && Object.fromEntries(value.choices.map((choice) => [choice.name, choice.q]));
}

describe('cellValue', () => {
  it.each([
    ['name', 'Only this', 'name:"my \\\\*shop\\\\*"'],
    ['name', 'Not this', '-name:"my \\\\*shop\\\\*"'],
    ['id', 'Only this', 'id:d1'],
    ['itemCount', 'Only this', 'items:12'],
    ['itemCount', 'At least', 'items:>=12'],
    ['cleanItemCount', 'At most', 'clean:<=9'],
    ['createdAt', 'Only this', 'created:2026-01-15T10:30:07'],
    ['createdAt', 'Same day', 'created:2026-01-15'],
    ['modifiedAt', 'At least', 'modified:>=2026-01-15T10:30:07'],
    ['owner', 'Not this', '-owner:ada'],
    ['actRunId', 'Only this', 'run:"run 1"'],
  ])('of %s: %s', (columnId, choice, q) => {
    expect(choicesOf(columnId)?.[choice]).toBe(q);
  });

  it('keeps the rest of the search, and the bound at the other end', () => {
    expect(choicesOf('itemCount', { q: 'shop items:<=50 items:>3' })?.['At least']).toBe('shop items:<=50 items:>=12');
    expect(choicesOf('owner', { q: 'shop owner:bob' })?.['Only this']).toBe('shop owner:ada');
  });

  it('knows the reader, what has no name, and what is no value', () => {
    expect(choicesOf('owner', { userId: 'u2' })?.['Only this']).toBe('owner:me');
    expect(choicesOf('name', { row: { name: null } })?.['Not this']).toBe('-is:unnamed');
    for (const columnId of ['actId', 'accessedAt', 'none']) expect(choicesOf(columnId)).toBeUndefined();
  });

  it('asks for what the row itself is', () => {
    for (const columnId of [
      'name',
      'id',
      'itemCount',
      'cleanItemCount',
      'createdAt',
      'modifiedAt',
      'owner',
      'actRunId',
    ]) {
      for (const { name, q } of cellValue(row, { columnId, q: '', userId: undefined })?.choices ?? []) {
        const { matching } = queryCollection(collectionOf(datasetFields, [row]), {
          filters: parseQuery(q, datasetQuery).terms,
          reader: { nowMs: Date.now(), userId: undefined },
        });
        expect([q, matching]).toEqual([q, name === 'Not this' ? 0 : 1]);
      }
    }
  });
});
