import { describe, expect, it } from 'vitest';
import { barAt, barRange, movedSelection } from './bar-selection.ts';

const ltr = { count: 40, isRtl: false };

describe('what a key makes of a selection of bars', () => {
  it.each([
    ['ArrowRight', { anchor: 5, head: 5 }, false, { anchor: 6, head: 6 }],
    ['ArrowLeft', { anchor: 5, head: 5 }, false, { anchor: 4, head: 4 }],
    ['ArrowRight', { anchor: 5, head: 5 }, true, { anchor: 5, head: 6 }],
    ['ArrowLeft', { anchor: 5, head: 6 }, true, { anchor: 5, head: 5 }],
    ['ArrowLeft', { anchor: 5, head: 5 }, true, { anchor: 5, head: 4 }],
    ['ArrowRight', { anchor: 5, head: 8 }, false, { anchor: 9, head: 9 }],
    ['ArrowLeft', { anchor: 0, head: 0 }, false, { anchor: 0, head: 0 }],
    ['ArrowRight', { anchor: 39, head: 39 }, true, { anchor: 39, head: 39 }],
    ['PageDown', { anchor: 5, head: 5 }, false, { anchor: 9, head: 9 }],
    ['PageUp', { anchor: 5, head: 5 }, true, { anchor: 5, head: 1 }],
    ['Home', { anchor: 5, head: 5 }, true, { anchor: 5, head: 0 }],
    ['End', { anchor: 5, head: 5 }, false, { anchor: 39, head: 39 }],
  ])('%s of %o, extended: %s', (key, selection, isExtended, expected) => {
    expect(movedSelection(selection, { key, isExtended, ...ltr })).toEqual(expected);
  });

  it('goes the other way where bars run from right to left', () => {
    const options = { key: 'ArrowLeft', isExtended: false, count: 40, isRtl: true };
    expect(movedSelection({ anchor: 5, head: 5 }, options)).toEqual({ anchor: 6, head: 6 });
  });

  it('is nothing for any other key', () => {
    expect(movedSelection({ anchor: 5, head: 5 }, { key: 'Tab', isExtended: false, ...ltr })).toBeUndefined();
  });
});

it('orders a selection', () => {
  expect(barRange({ anchor: 7, head: 3 })).toEqual({ from: 3, to: 7 });
});

it.each([
  [-0.2, 0],
  [0, 0],
  [0.49, 1],
  [0.5, 2],
  [1, 3],
  [1.3, 3],
])('finds the bar at %f', (share, bar) => {
  expect(barAt(share, 4)).toBe(bar);
});
