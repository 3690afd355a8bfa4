import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListView } from '../../../contract/list-params.ts';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import {
  isPastEnd,
  offsetOfPage,
  type PagedAnswer,
  pagingByTotal,
  pagingOf,
  pagingOfView,
  readPageNumber,
} from './paging.ts';

function answer(total: number, offset: number, limit: number): PagedAnswer {
  return { total, offset, limit, count: Math.max(0, Math.min(limit, total - offset)) };
}

describe('paging by what came back', () => {
  it.each([
    // total, offset, limit → first–last row, page of pages, previous, next, last offset
    [1200, 0, 50, [1, 50], [1, 24], undefined, 50, 1150],
    [1200, 50, 50, [51, 100], [2, 24], 0, 100, 1150],
    [1200, 1150, 50, [1151, 1200], [24, 24], 1100, undefined, 1150],
    [1201, 1150, 50, [1151, 1200], [24, 25], 1100, 1200, 1200],
    [1200, 30, 50, [31, 80], [1, 24], 0, 80, 1150],
    [1200, 1170, 50, [1171, 1200], [24, 24], 1120, undefined, 1150],
    [7, 0, 50, [1, 7], [1, 1], undefined, undefined, 0],
    [0, 0, 50, [0, 0], [1, 1], undefined, undefined, 0],
    [3, 1, 1, [2, 2], [2, 3], 0, 2, 2],
  ])('of %d from %d by %d', (total, offset, limit, rows, pages, previous, next, last) => {
    const paging = pagingOf(answer(total, offset, limit));
    expect([paging.firstRow, paging.lastRow]).toEqual(rows);
    expect([paging.pageNumber, paging.pageCount]).toEqual(pages);
    expect(paging.previousOffset).toBe(previous);
    expect(paging.nextOffset).toBe(next);
    expect(paging.lastOffset).toBe(last);
  });

  it('shows every row once when walked from the first page to the last, whatever the server grants', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1000 }), (total, granted) => {
        let seen = 0;
        for (let offset: number | undefined = 0; offset !== undefined; ) {
          const paging = pagingOf(answer(total, offset, granted));
          expect(paging.firstRow).toBe(seen + 1);
          seen = paging.lastRow;
          offset = paging.nextOffset;
        }
        expect(seen).toBe(total);
      }),
      { numRuns: 30 },
    );
  });

  it('leads back to the beginning from any offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(2999),
        fc.integer({ min: 7, max: 1000 }),
        (total, from, by) => {
          let offset: number | undefined = from % total;
          let last = offset;
          while (offset !== undefined) {
            last = offset;
            offset = pagingOf(answer(total, offset, by)).previousOffset;
          }
          expect(last).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([0, 1, 50])('has a page size of at least one row (granted %d)', (limit) => {
    const paging = pagingOf({ total: 10, offset: 0, limit, count: Math.min(10, limit) });
    expect(paging.pageSize).toBeGreaterThanOrEqual(1);
    expect(Number.isFinite(paging.pageCount)).toBe(true);
  });

  it('goes on behind the rows that came where they are fewer than the limit says', () => {
    const short = { total: 1200, offset: 60, limit: 50, count: 30 };
    expect(pagingOf(short)).toMatchObject({ pageSize: 30, nextOffset: 90, pageNumber: 3, pageCount: 40 });
    const end = { ...short, offset: 1180, count: 20 };
    expect(pagingOf(end)).toMatchObject({ pageSize: 50, nextOffset: undefined });
  });

  it('believes the rows when the total says less', () => {
    expect(pagingOf({ total: 3, offset: 0, limit: 50, count: 5 })).toMatchObject({ total: 5, lastRow: 5 });
  });
});

describe('jumping to a page', () => {
  const paging = pagingOf(answer(1200, 0, 50));

  it.each([
    [1, 0],
    [3, 100],
    [24, 1150],
    [25, 1150],
    [1e15, 1150],
    [0, 0],
    [-5, 0],
  ])('page %d begins at row %d', (page, offset) => {
    expect(offsetOfPage(paging, page)).toBe(offset);
  });

  it.each([
    ['3', 3],
    [' 12 ', 12],
    ['1,200', 1200],
    ['1\u202f200', 1200],
    ['1.234.567', 1_234_567],
    ['1,00,000', 100_000],
    ['٣', 3],
    ['١٬٢٠٠', 1200],
    ['۱٬۰۰۷', 1007],
    ['१,००,०००', 100_000],
    ['၂၀', 20],
    ['𝟙𝟚', 12],
    ['٢٫٥', undefined],
    ['²', undefined],
    ['2.5', undefined],
    ['1,2', undefined],
    ['', undefined],
    ['-3', undefined],
    ['three', undefined],
    ['1e3', undefined],
  ])('reads %j as %j', (text, page) => {
    expect(readPageNumber(text)).toBe(page);
  });
});

describe('paging while the answer is on the way', () => {
  const view: ListView = { offset: 50, limit: 50, desc: true, ...defaultFilter };
  const shown = { view, page: { total: 1200, offset: 50, limit: 50, desc: true, count: 0, items: [] } };
  const capped = { view: { ...view, limit: 1000 }, page: { ...shown.page, limit: 100 } };

  it('goes on from the page that was asked for, not from the one on screen', () => {
    expect(pagingOfView({ ...view, offset: 100 }, shown)).toMatchObject({ pageNumber: 3, nextOffset: 150 });
  });

  it('counts by the new page size', () => {
    expect(pagingOfView({ ...view, offset: 0, limit: 100 }, shown)).toMatchObject({ pageCount: 12, nextOffset: 100 });
  });

  it('expects no more rows than the server has been seen to give', () => {
    expect(pagingOfView({ ...view, offset: 100, limit: 1000 }, capped)).toMatchObject({ pageSize: 100, pageCount: 12 });
    expect(pagingOfView({ ...view, offset: 100, limit: 20 }, capped)).toMatchObject({ pageSize: 20 });
  });

  it('knows nothing of another list', () => {
    expect(pagingOfView({ ...view, unnamed: true }, shown)).toBeUndefined();
    expect(pagingOfView({ ...view, ownership: 'ownedByMe' }, shown)).toBeUndefined();
  });

  it('leads to the neighbours by the total alone', () => {
    expect(pagingByTotal({ offset: 100, limit: 50 }, 1200)).toMatchObject({
      pageNumber: 3,
      pageCount: 24,
      previousOffset: 50,
      nextOffset: 150,
    });
    expect(pagingByTotal({ offset: 5000, limit: 50 }, 1200)).toMatchObject({ count: 0, nextOffset: undefined });
  });

  it("is the answer's own once it is there", () => {
    const page = { ...shown.page, offset: 50, limit: 20 };
    expect(pagingOfView(view, { view, page })).toEqual(pagingOf(page));
  });
});

describe('a page past the end', () => {
  it.each([
    [answer(100, 150, 50), true],
    [answer(100, 100, 50), true],
    [answer(100, 50, 50), false],
    [answer(0, 50, 50), true],
    [answer(0, 0, 50), false],
    [{ total: 100, offset: 0, limit: 50, count: 0 }, false],
  ])('%j: %j', (given, expected) => {
    expect(isPastEnd(given)).toBe(expected);
  });
});
