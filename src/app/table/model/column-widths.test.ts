import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampWidth, flexWidths, narrowestPx, type WidthRule, widestPx, widthIn, widthStyle } from './column-widths.ts';

function widths(rules: readonly WidthRule[], roomPx: number): number[] {
  const { columns, basePx } = flexWidths(rules);
  return columns.map((column) => widthIn(roomPx, column, basePx));
}

const name = { widthPx: 200, minWidthPx: 150, grow: 3 };
const id = { widthPx: 180, minWidthPx: 180, grow: 0 };
const owner = { widthPx: 120, minWidthPx: 100, grow: 1 };

describe('the widths of columns', () => {
  it.each([
    ['just room', 500, [200, 180, 120]],
    ['room left over goes to those that grow', 600, [275, 180, 145]],
    ['missing room is taken from those that can give', 465, [175, 180, 110]],
    ['at the least, all at once', 430, [150, 180, 100]],
    ['below the least the table scrolls', 320, [150, 180, 100]],
  ])('%s', (_, roomPx, expected) => {
    expect(widths([name, id, owner], roomPx)).toEqual(expected);
  });

  it('leaves a width that the reader chose as it is', () => {
    expect(widths([{ ...name, chosenPx: 300 }, id, owner], 700)).toEqual([300, 180, 220]);
    expect(widths([{ ...name, chosenPx: 300 }, id, owner], 400)).toEqual([300, 180, 100]);
  });

  it('lets the last column reach the edge where none is flexible', () => {
    expect(widths([{ ...name, chosenPx: 100 }, id], 400)).toEqual([100, 300]);
  });

  const rule = fc
    .record({
      minWidthPx: fc.integer({ min: 60, max: 300 }),
      extraPx: fc.nat(200),
      grow: fc.constantFrom(0, 0.5, 1, 3),
      chosenPx: fc.option(fc.integer({ min: narrowestPx, max: widestPx }), { nil: undefined }),
    })
    .map(({ extraPx, ...rest }): WidthRule => ({ ...rest, widthPx: rest.minWidthPx + extraPx }));

  it('fills any room from the least on exactly, and never goes below the least', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 200, max: 4000 }),
        (rules, roomPx) => {
          const all = widths(rules, roomPx);
          const least = rules.map((one) => one.chosenPx ?? one.minWidthPx);
          const leastPx = least.reduce((total, one) => total + one, 0);
          for (const [index, one] of all.entries()) expect(one).toBeGreaterThanOrEqual((least[index] ?? 0) - 1e-6);
          expect(all.reduce((total, one) => total + one, 0)).toBeCloseTo(Math.max(roomPx, leastPx), 4);
        },
      ),
    );
  });
});

describe('widthStyle', () => {
  it.each([
    [
      'flexible',
      { basePx: 200, minPx: 150, shrinkShare: 0.5, growShare: 0.75 },
      'max(150px, 200px + min(0px, var(--room, 100vw) - 501px) * 0.5 + max(0px, var(--room, 100vw) - 501px) * 0.75)',
    ],
    ['fixed', { basePx: 200, minPx: 200, shrinkShare: 0, growShare: 0 }, '200px'],
    [
      'growing only',
      { basePx: 90, minPx: 90, shrinkShare: 0, growShare: 1 / 3 },
      'max(90px, 90px + max(0px, var(--room, 100vw) - 501px) * 0.3333)',
    ],
  ])('of a %s column', (_, column, css) => {
    expect(widthStyle(column, 500)).toBe(css);
  });
});

describe('clampWidth', () => {
  it.each([
    [12, narrowestPx],
    [120.4, 120],
    [99_999, widestPx],
  ])('%d', (widthPx, clamped) => {
    expect(clampWidth(widthPx)).toBe(clamped);
  });
});
