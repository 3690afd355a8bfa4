import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mendedPageSchema } from './mended-page.ts';

function item(id: unknown, hour: number, fields: object = {}) {
  const at = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
  return {
    id,
    name: `set ${hour}`,
    userId: 'u1',
    createdAt: at,
    modifiedAt: at,
    accessedAt: at,
    itemCount: 3,
    cleanItemCount: 2,
    actId: null,
    actRunId: null,
    ...fields,
  };
}

function answer(items: readonly unknown[], fields: object = {}) {
  return { data: { total: 90, offset: 0, limit: 50, desc: true, count: items.length, items, ...fields } };
}

function mended(value: unknown) {
  return v.parse(mendedPageSchema, value);
}

function rulesOf(value: unknown) {
  return Object.fromEntries(mended(value).problems.map(({ rule, count, examples }) => [rule, [count, ...examples]]));
}

describe('a page as the API answers it', () => {
  it.each([true, false])('is what it is, newest first: %s', (desc) => {
    const rows = [item('a', 3), item('b', 2, { title: 'T', username: 'ada', actId: 'x', actRunId: 'y' }), item('c', 1)];
    const given = answer(desc ? rows : rows.toReversed(), { desc });
    expect(mended(given)).toMatchObject({ ...given, problems: [] });
  });

  it('may leave out what is null', () => {
    const { name: _, actId: __, actRunId: ___, ...least } = item('a', 1);
    expect(mended(answer([least]))).toMatchObject({
      data: { items: [{ id: 'a', name: null, actId: null, actRunId: null }] },
      problems: [],
    });
  });
});

describe('a page that breaks a rule', () => {
  it.each([
    ['field.createdAt', { createdAt: undefined }, { createdAt: 'not a date' }],
    ['field.modifiedAt', { modifiedAt: 'soon' }, { modifiedAt: 'not a date' }],
    ['field.accessedAt', { accessedAt: 7 }, { accessedAt: 'not a date' }],
    ['field.itemCount', { itemCount: -1 }, { itemCount: Number.NaN }],
    ['field.userId', { userId: null }, { userId: '' }],
    ['field.name', { name: {} }, { name: null }],
    ['long', { name: 'x'.repeat(10_000_000) }, { name: `${'x'.repeat(2_000)}…` }],
  ])('%s: has all its rows, and what can be read of the broken one', (rule, broken, shown) => {
    const given = answer([item('a', 3), item('b', 2, broken), item('c', 1)]);
    expect(mended(given).data.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(mended(given).data.items[1]).toMatchObject({ id: 'b', ...shown });
    expect(rulesOf(given)).toEqual({ [rule]: [1, 'b'] });
  });

  it('goes without rows that have no id, or one that was there', () => {
    const given = answer([item('a', 4), null, item('b', 3), item('', 2), item('a', 1), item(7, 0)]);
    // The first of them in the order of creation is the one that counts.
    expect(mended(given).data).toMatchObject({ count: 6, items: [{ id: 'b' }, { id: 'a', name: 'set 1' }] });
    expect(rulesOf(given)).toEqual({ 'field.id': [3], repeated: [1, 'a'] });
  });

  it('has rows in another order than it says', () => {
    expect(rulesOf(answer([item('a', 1), item('b', 2), item(undefined, 3)]))).toEqual({
      'field.id': [1],
      order: [1, 'a'],
    });
  });

  it('has its total as a text', () => {
    const given = answer([item('a', 1)], { total: '1200' });
    expect(mended(given).data.total).toBe(1200);
    expect(rulesOf(given)).toEqual({ total: [1, '"1200"'] });
  });
});

describe('no page', () => {
  it.each([
    [null, /object/i],
    [{ data: null }, /object/i],
    [answer([], { total: 'many' }), /"many"/],
    [answer([], { total: '9'.repeat(20) }), /"9{20}"/],
    [answer([], { total: -1 }), /-1/],
    [answer([], { items: {} }), /array/i],
    [answer([], { desc: 'yes' }), /boolean/i],
    [answer([{}, null, item('', 1)]), /no row has an id/],
  ])('is %j', (value, problem) => {
    expect(v.safeParse(mendedPageSchema, value).issues?.[0].message).toMatch(problem);
  });
});
