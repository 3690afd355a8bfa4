import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyPieces, rowAfterKey, rowHeightPx, rowsInSight, rowsToDraw, topRowToShow } from './row-window.ts';

const tenRowsPx = 10 * rowHeightPx;

describe('rowsInSight', () => {
  it.each([
    ['the top', 0, tenRowsPx, 50, { from: 0, to: 10 }],
    ['a fraction of a row', 0.5, tenRowsPx, 50, { from: 0, to: 11 }],
    ['the middle', 20, tenRowsPx, 50, { from: 20, to: 30 }],
    ['past the end', 900, tenRowsPx, 50, { from: 40, to: 50 }],
    ['above the top', -3, tenRowsPx, 50, { from: 0, to: 10 }],
    ['fewer rows than fit', 4, tenRowsPx, 3, { from: 0, to: 3 }],
    ['no rows', 0, tenRowsPx, 0, { from: 0, to: 0 }],
  ])('at %s', (_, topRow, heightPx, count, range) => {
    expect(rowsInSight(topRow, heightPx, count)).toEqual(range);
  });
});

const scrolled = fc.record({
  topRow: fc.double({ min: -10, max: 1100, noNaN: true }),
  heightPx: fc.integer({ min: 1, max: 3000 }),
  count: fc.nat(1000),
});

describe('rowsToDraw', () => {
  it('draws all that is in sight and stays on the page, for any position', () => {
    fc.assert(
      fc.property(scrolled, fc.constantFrom(0, 1, 12), ({ topRow, heightPx, count }, overscan) => {
        const inSight = rowsInSight(topRow, heightPx, count);
        const drawn = rowsToDraw(inSight, overscan, count);
        expect(drawn.from).toBeGreaterThanOrEqual(0);
        expect(drawn.to).toBeLessThanOrEqual(count);
        expect(drawn.from).toBeLessThanOrEqual(inSight.from);
        expect(drawn.to).toBeGreaterThanOrEqual(inSight.to);
        expect(drawn.to - drawn.from).toBeLessThanOrEqual(inSight.to - inSight.from + 2 * (overscan + 8));
      }),
    );
  });

  it('draws new rows in steps, not at every row that is scrolled by', () => {
    const windows = Array.from({ length: 80 }, (_, top) =>
      rowsToDraw(rowsInSight(100 + top, tenRowsPx, 1000), 12, 1000),
    );
    expect(new Set(windows.map(({ from, to }) => `${from}-${to}`)).size).toBeLessThanOrEqual(21);
  });
});

describe('bodyPieces', () => {
  it.each([
    ['all', { from: 0, to: 5 }, undefined, 5, ['rows 0-5']],
    ['a window', { from: 10, to: 20 }, undefined, 50, ['gap 0-10', 'rows 10-20', 'gap 20-50']],
    ['a row kept above', { from: 10, to: 20 }, 3, 50, ['gap 0-3', 'rows 3-4', 'gap 4-10', 'rows 10-20', 'gap 20-50']],
    ['a row kept below', { from: 0, to: 20 }, 30, 50, ['rows 0-20', 'gap 20-30', 'rows 30-31', 'gap 31-50']],
    ['a row kept next to it', { from: 10, to: 20 }, 20, 50, ['gap 0-10', 'rows 10-20', 'rows 20-21', 'gap 21-50']],
    ['a row kept inside', { from: 10, to: 20 }, 12, 50, ['gap 0-10', 'rows 10-20', 'gap 20-50']],
    ['all but the last', { from: 0, to: 4 }, undefined, 5, ['rows 0-4', 'gap 4-5']],
    ['all but the first', { from: 1, to: 5 }, undefined, 5, ['gap 0-1', 'rows 1-5']],
    ['a kept row that is gone', { from: 0, to: 5 }, 30, 5, ['rows 0-5']],
    ['nothing', { from: 0, to: 0 }, undefined, 0, []],
  ])('%s', (_, window, kept, count, pieces) => {
    expect(bodyPieces(window, kept, count).map(({ kind, from, to }) => `${kind} ${from}-${to}`)).toEqual(pieces);
  });

  it('covers every row once, in order, so that the height never changes', () => {
    fc.assert(
      fc.property(scrolled, fc.option(fc.nat(1100), { nil: undefined }), ({ topRow, heightPx, count }, kept) => {
        const window = rowsToDraw(rowsInSight(topRow, heightPx, count), 12, count);
        const pieces = bodyPieces(window, kept, count);
        let next = 0;
        for (const piece of pieces) {
          expect(piece.from).toBe(next);
          expect(piece.to).toBeGreaterThan(piece.from);
          next = piece.to;
        }
        expect(next).toBe(count);
        const drawn = pieces.filter(({ kind }) => kind === 'rows');
        if (kept !== undefined && kept < count) {
          expect(drawn.some(({ from, to }) => kept >= from && kept < to)).toBe(true);
        }
      }),
    );
  });
});

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 49, 49],
    ['PageDown', 4, 13],
    ['PageDown', 45, 49],
    ['PageUp', 20, 11],
    ['PageUp', 4, 0],
    ['Home', 30, 0],
    ['End', 3, 49],
    ['Enter', 3, undefined],
    ['constructor', 3, undefined],
  ])('%s from row %i', (key, current, row) => {
    expect(rowAfterKey({ key, current, count: 50, pageRows: 10 })).toBe(row);
  });
});

describe('topRowToShow', () => {
  it.each([
    ['in sight already', 5, 0, 0],
    ['below', 12, 0, 3],
    ['above', 2, 7.5, 2],
    ['half covered at the top', 7, 7.5, 7],
    ['the first', 0, 30, 0],
  ])('a row %s', (_, row, topRow, shown) => {
    expect(topRowToShow(row, topRow, tenRowsPx)).toBe(shown);
  });

  it('shows the whole row, with the least scrolling', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 0, max: 990 }), (row, topRow) => {
        const shown = topRowToShow(row, topRow, tenRowsPx);
        expect(shown).toBeLessThanOrEqual(row);
        expect(shown + 10).toBeGreaterThanOrEqual(row + 1);
        if (row >= topRow && row < topRow + 10) expect(shown).toBe(topRow);
      }),
    );
  });
});
