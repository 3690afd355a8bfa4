import { describe, expect, it } from 'vitest';
import { changeText } from './freshness.tsx';

describe('a change of the total', () => {
  it.each([
    [3, '3 new datasets'],
    [1, '1 new dataset'],
    [-2, '2 fewer datasets'],
    [-1, '1 fewer dataset'],
    [12_000, '12,000 new datasets'],
  ])('by %d', (change, text) => {
    expect(changeText(change, (count) => count.toLocaleString('en-US'))).toBe(text);
  });
});
