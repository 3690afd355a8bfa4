import { describe, expect, it } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { orderTexts, orderValue, spanOf } from './order-texts.ts';

const row: DatasetListItem = {
  id: 'DjXKkkXgdoFNhh3gT',
  name: 'eshop-items',
  title: null,
  userId: 'u1',
  username: 'ada',
  createdAt: '2026-11-23T12:20:06.000Z',
  modifiedAt: '2026-11-24T12:20:06.000Z',
  accessedAt: 'not a date',
  itemCount: 1_204_331,
  cleanItemCount: 7,
  actId: null,
  actRunId: 'run1',
};
const dayMs = 24 * 3_600_000;

describe('what stands beside the scrollbar', () => {
  it.each([
    ['createdAt', 'Nov 2026', 'Nov 23, 2026'],
    ['accessedAt', '–', '–'],
    ['itemCount', '1.2M', '1,204,331'],
    ['cleanItemCount', '7', '7'],
    ['name', 'eshop-items', 'eshop-items'],
    ['owner', 'ada', 'ada'],
    ['id', 'DjXKkkXgdoFNhh3gT', 'DjXKkkXgdoFNhh3gT'],
    ['actId', '–', '–'],
    ['actRunId', 'run1', 'run1'],
  ] as const)('is, of a list by %s, %s, and with more room %s', (column, short, long) => {
    const texts = orderTexts({ locales: ['en'], spanMs: 900 * dayMs });
    const value = orderValue(row, column);
    expect([texts.short(value), texts.long(value)]).toEqual([short, long]);
  });

  it.each([
    ['years', 900, /^Nov 2026$/, /^Nov 23, 2026$/],
    ['weeks', 40, /^Nov 23$/, /^Nov 23, 2026$/],
    ['hours', 1, /^\d\d:20 [AP]M$/, /^Nov 23, 2026, \d+:20/],
  ])('is as exact as a scale of %s tells apart', (_name, days, short, long) => {
    const texts = orderTexts({ locales: ['en'], spanMs: days * dayMs });
    const value = orderValue(row, 'createdAt');
    expect(texts.short(value)).toMatch(short);
    expect(texts.long(value)).toMatch(long);
  });

  it('spans its first and its last time, whatever else is among them', () => {
    const values = (['createdAt', 'accessedAt', 'modifiedAt', 'name'] as const).map((one) => orderValue(row, one));
    expect(spanOf([...values, undefined])).toBe(dayMs);
    expect(spanOf([])).toBe(Number.POSITIVE_INFINITY);
  });
});
