import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatPosition } from './float-position.ts';

const viewport = { width: 1000, height: 600 };
const size = { width: 200, height: 100 };
const gapPx = 4;

describe('floatPosition', () => {
  it.each([
    ['below, left edges meeting', { left: 100, top: 50, width: 80, height: 28 }, 'left', { left: 100, top: 82 }],
    ['right edges meeting', { left: 300, top: 50, width: 80, height: 28 }, 'right', { left: 180, top: 82 }],
    ['middles meeting', { left: 300, top: 50, width: 80, height: 28 }, 'middle', { left: 240, top: 82 }],
    [
      'above, where there is no room below',
      { left: 100, top: 550, width: 80, height: 28 },
      'left',
      { left: 100, top: 446 },
    ],
    ['inside, at the right edge', { left: 960, top: 50, width: 30, height: 28 }, 'left', { left: 792, top: 82 }],
    ['inside, at the left edge', { left: 0, top: 50, width: 30, height: 28 }, 'right', { left: 8, top: 82 }],
  ] as const)('%s', (_, anchor, align, placed) => {
    expect(floatPosition({ anchor, size, viewport, align, gapPx })).toEqual(placed);
  });

  it('keeps whatever fits inside the viewport', () => {
    const side = fc.integer({ min: -200, max: 1200 });
    fc.assert(
      fc.property(side, side, fc.nat(900), fc.nat(500), (left, top, width, height) => {
        const anchor = { left, top, width: 60, height: 20 };
        const placed = floatPosition({ anchor, size: { width, height }, viewport, align: 'left', gapPx });
        expect(placed.left).toBeGreaterThanOrEqual(8);
        expect(placed.left + width).toBeLessThanOrEqual(992);
        expect(placed.top).toBeGreaterThanOrEqual(8);
        expect(placed.top + height).toBeLessThanOrEqual(592);
      }),
    );
  });
});
