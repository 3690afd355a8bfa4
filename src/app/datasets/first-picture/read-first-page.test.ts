import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { datasetPageSchema } from '../../../contract/dataset-page.ts';
import { readFirstPage } from './read-first-page.ts';

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

function read(data: unknown) {
  return readFirstPage(JSON.stringify({ data }));
}

describe('the page that the first picture shows', () => {
  it('is read from the answer', () => {
    expect(read(page)).toEqual(page);
  });

  it.each(['', '{', 'null', '[]', '{"data":null}', '{"data":[]}'])('is none in %j', (text) => {
    expect(readFirstPage(text)).toBeUndefined();
  });

  it('is none without rows', () => {
    expect(read({ ...page, items: [] })).toBeUndefined();
  });

  it('is never one that the page would refuse', () => {
    const anything = fc.oneof(fc.constantFrom(undefined, null, -1, 1.5, '', 'soon', [], {}), fc.anything());
    const keys = [...Object.keys(item), 'title', 'username'];
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
        const text = JSON.stringify({ data });
        if (readFirstPage(text) === undefined) return;
        expect(v.safeParse(datasetPageSchema, JSON.parse(text)).success, text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
