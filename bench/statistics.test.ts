import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianRatio, quantile } from './statistics.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('quantile', () => {
  it.each([
    [[7], 0.99, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0, 1],
    [[1, 2, 3, 4, 5], 1, 5],
    [[0, 10], 0.99, 9.9],
  ])('of %j at %d is %d', (series, share, expected) => {
    expect(quantile(series, share)).toBeCloseTo(expected, 10);
  });

  it('stays between the least and the greatest value and grows with the share', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (series, share) => {
        const value = quantile(series, share);
        expect(value).toBeGreaterThanOrEqual(Math.min(...series));
        expect(value).toBeLessThanOrEqual(Math.max(...series));
        expect(quantile(series, 1)).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('refuses an empty series', () => {
    expect(() => quantile([], 0.5)).toThrow('no values');
  });
});

describe('median', () => {
  it('does not change the order of what it is given', () => {
    const series = [3, 1, 2];
    median(series);
    expect(series).toEqual([3, 1, 2]);
  });
});

describe('medianRatio', () => {
  it('compares round by round, so that a slow round of both does not count', () => {
    expect(medianRatio([2, 200, 4], [1, 100, 2])).toBe(2);
  });

  it('refuses series of different rounds', () => {
    expect(() => medianRatio([1, 2], [1])).toThrow('same rounds');
  });
});
