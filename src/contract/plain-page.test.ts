import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { datasetPageSchema } from './dataset-page.ts';
import { isPlainPage } from './plain-page.ts';

const at = '2026-11-23T21:20:06.000Z';
const item = {
  id: 'x1',
  name: 'set',
  userId: 'u1',
  createdAt: at,
  modifiedAt: at,
  accessedAt: at,
  itemCount: 3,
  cleanItemCount: 2,
  actId: null,
  actRunId: null,
};
const page = { total: 1, offset: 0, limit: 50, desc: true, count: 1, items: [item] };

describe('a plain page', () => {
  it.each([
    page,
    { ...page, count: 0, items: [] },
    { ...page, items: [{ ...item, title: 'A title', username: null, stats: {} }] },
  ])('is %j', (data) => expect(isPlainPage(data)).toBe(true));

  it.each([
    null,
    [],
    {},
    'a page',
    { ...page, count: 0 },
    { ...page, items: [{ ...item, name: undefined }] },
    { ...page, items: [{ ...item, id: '' }] },
    { ...page, items: [{ ...item, name: 'x'.repeat(2_001) }] },
    { ...page, count: 2, items: [item, item] },
  ])('is not %j', (data) => {
    expect(isPlainPage(data)).toBe(false);
  });

  it('is never one that the schema refuses, or reads as another', () => {
    const anything = fc.oneof(fc.constantFrom(undefined, null, -1, 1.5, '', 'soon', [], {}), fc.anything());
    const keys = [...Object.keys(item), 'title', 'username', 'generalAccess'];
    const changed = fc.oneof(
      fc
        .record({ key: fc.constantFrom(...Object.keys(page)), value: anything })
        .map(({ key, value }) => ({ ...page, [key]: value })),
      fc
        .record({ key: fc.constantFrom(...keys), value: anything })
        .map(({ key, value }) => ({ ...page, items: [item, { ...item, [key]: value }] })),
    );
    fc.assert(
      fc.property(changed, (data) => {
        if (!isPlainPage(data)) return;
        expect(v.parse(datasetPageSchema, { data }).data).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });
});
