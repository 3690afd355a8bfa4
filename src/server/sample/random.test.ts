import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

describe('createRandom', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const random = createRandom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });

  it('spreads evenly', () => {
    const random = createRandom(4);
    const mean = Array.from({ length: 10_000 }, random.next).reduce((sum, one) => sum + one, 0) / 10_000;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
  });

  it('makes ids of letters and digits', () => {
    expect(createRandom(5).base62(17)).toMatch(/^[0-9A-Za-z]{17}$/);
  });
});
