import { describe, expect, it } from 'vitest';
import { barPath, mostOf } from './bar-chart.tsx';

const bars = [
  [4, 4],
  [0, 2],
  [0, 0],
  [8, 0],
];

describe('the outline of bars', () => {
  it('is as high as the number, the layers on top of each other', () => {
    expect(mostOf(bars)).toBe(8);
    expect(barPath(bars, 0, 8)).toBe('M0.08 100V50h0.84V100zM3.08 100V0h0.84V100z');
    expect(barPath(bars, 1, 8)).toBe('M0.08 50V0h0.84V50zM1.08 100V75h0.84V100z');
  });

  it('shows whatever is more than nothing', () => {
    expect(barPath([[1], [1_000_000]], 0, 1_000_000)).toBe('M0.08 100V97.5h0.84V100zM1.08 100V0h0.84V100z');
  });

  it('is empty where there is nothing', () => {
    expect(barPath([[0], [0]], 0, 0)).toBe('');
    expect(mostOf([])).toBe(0);
  });
});
