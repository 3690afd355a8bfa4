import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentOf, topRowOf } from './scroll-fragment.ts';

describe('the scroll position in the fragment', () => {
  it.each([
    ['', 0],
    ['#row=23.41', 23.41],
    ['#row=7', 7],
    ['#row=0', 0],
    ['#row=-1', 0],
    ['#row=1e3', 0],
    ['#row=NaN', 0],
    ['#row=12345', 0],
    ['#elsewhere', 0],
  ])('reads %j as %d', (fragment, topRow) => {
    expect(topRowOf(fragment)).toBe(topRow);
  });

  it.each([
    [0, ''],
    [0.004, ''],
    [-3, ''],
    [12, '#row=12'],
    [23.412, '#row=23.41'],
  ])('writes %d as %j', (topRow, fragment) => {
    expect(fragmentOf(topRow)).toBe(fragment);
  });

  it('loses less than a hundredth of a row', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (topRow) => {
        expect(Math.abs(topRowOf(fragmentOf(topRow)) - topRow)).toBeLessThan(0.0051);
      }),
    );
  });
});
