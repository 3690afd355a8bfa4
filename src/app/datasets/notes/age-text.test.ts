import { describe, expect, it } from 'vitest';
import { ageText } from './age-text.ts';

describe('an age', () => {
  it.each([
    [-5000, '1 s ago'],
    [0, '1 s ago'],
    [12_999, '12 s ago'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_599_999, '59 min ago'],
    [3_600_000, '1 h ago'],
    [86_400_000, '1 d ago'],
    [400 * 86_400_000, '400 d ago'],
  ])('of %d ms is %s', (ageMs, text) => {
    expect(ageText(ageMs)).toBe(text);
  });
});
