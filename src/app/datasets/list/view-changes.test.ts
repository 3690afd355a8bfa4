import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import type { View } from '../../address/view-params.ts';
import { isFiltered, withLimit, withList, withOffset, withoutFilters, withSortBy } from './view-changes.ts';

const view: View = { offset: 150, limit: 50, desc: true, ...defaultFilter, sort: [], q: '' };

describe('gestures on the list', () => {
  it('keep all but the offset when paging', () => {
    expect(withOffset(view, 200)).toEqual({ ...view, offset: 200 });
  });

  it.each([{ desc: false }, { unnamed: true }, { ownership: 'ownedByMe' }] as const)(
    'go to the first page with %j',
    (change) => {
      expect(withList(view, change)).toEqual({ ...view, ...change, offset: 0 });
    },
  );

  it.each([
    // first row in sight, new size → offset, row from the top
    [150, 20, 140, 10],
    [150, 100, 100, 50],
    [173, 1000, 0, 173],
    [0, 250, 0, 0],
  ])('keep row %d in sight with %d rows a page', (firstRow, limit, offset, topRow) => {
    expect(withLimit(view, { limit, firstRow, maxRows: undefined })).toEqual({
      view: { ...view, limit, offset },
      topRow,
    });
  });

  it('keep the first row in sight where the server gives fewer rows than asked for', () => {
    expect(withLimit(view, { limit: 1000, firstRow: 150, maxRows: 100 })).toEqual({
      view: { ...view, limit: 1000, offset: 100 },
      topRow: 50,
    });
  });

  it('never lose the first row in sight', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 1000 }), (firstRow, limit) => {
        const { view: next, topRow } = withLimit(view, { limit, firstRow, maxRows: undefined });
        expect(next.offset + topRow).toBe(firstRow);
        expect(next.offset % limit).toBe(0);
        expect(topRow).toBeLessThan(limit);
      }),
    );
  });
});

describe('filters', () => {
  it.each([
    [{}, false, {}],
    [{ ownership: 'sharedWithMe' }, true, { ownership: 'all', sort: [], q: '' }],
    [{ unnamed: true }, true, { unnamed: false }],
    [{ unnamed: true, ownership: 'ownedByMe' }, true, { unnamed: true, ownership: 'all', sort: [], q: '' }],
  ] as const)('of %j', (change, filtered, cleared) => {
    const given: View = { ...view, ...change };
    expect(isFiltered(given)).toBe(filtered);
    if (filtered) expect(withoutFilters(given)).toEqual({ ...view, ...cleared, offset: 0 });
  });
});

describe('a click on a header', () => {
  const items = { column: 'itemCount', desc: true } as const;
  const fewest = { column: 'itemCount', desc: false } as const;
  const name = { column: 'name', desc: false } as const;

  it('goes through both directions, and back to the order of the API, from the first page on', () => {
    const alone = { isAdded: false, descFirst: true };
    const first = withSortBy(view, 'itemCount', alone);
    expect(first).toEqual({ ...view, sort: [items], offset: 0 });
    const second = withSortBy(first, 'itemCount', alone);
    expect(second.sort).toEqual([fewest]);
    expect(withSortBy(second, 'itemCount', alone).sort).toEqual([]);
  });

  it('puts one column in the place of another', () => {
    expect(withSortBy({ ...view, sort: [items] }, 'name', { isAdded: false, descFirst: false }).sort).toEqual([name]);
  });

  it('with Shift adds a column, turns it round and takes it off, the others as they were', () => {
    const added = { isAdded: true, descFirst: true };
    const both = withSortBy({ ...view, sort: [name] }, 'itemCount', added);
    expect(both.sort).toEqual([name, items]);
    const turned = withSortBy(both, 'itemCount', added);
    expect(turned.sort).toEqual([name, fewest]);
    expect(withSortBy(turned, 'itemCount', added).sort).toEqual([name]);
  });

  it('leaves one of several alone, as it is', () => {
    expect(withSortBy({ ...view, sort: [name, items] }, 'itemCount', { isAdded: false, descFirst: true }).sort).toEqual(
      [items],
    );
  });

  it('on Created turns the order of the API round, once there is no other', () => {
    const alone = { isAdded: false, descFirst: true };
    expect(withSortBy(view, 'createdAt', alone)).toEqual({ ...view, desc: false, offset: 0 });
    expect(withSortBy({ ...view, sort: [name] }, 'createdAt', alone)).toEqual({ ...view, sort: [], offset: 0 });
  });
});
