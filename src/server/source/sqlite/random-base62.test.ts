import { describe, expect, it } from 'vitest';
import { randomBase62, randomId } from './random-base62.ts';

describe('random digits', () => {
  it('are of the length asked for, and of the alphabet', () => {
    for (const length of [0, 1, 17, 36, 5000])
      expect(randomBase62(length)).toMatch(new RegExp(`^[0-9A-Za-z]{${length}}$`));
    expect(randomId()).toMatch(/^[0-9A-Za-z]{17}$/);
  });

  it('are each as likely as the other, and do not repeat', () => {
    const ids = Array.from({ length: 20_000 }, randomId);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = new Map<string, number>();
    for (const digit of ids.join('')) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    const expected = (ids.length * 17) / 62;
    // Seven standard deviations: fails by chance less than once in a thousand million runs.
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(7 * Math.sqrt(expected));
    expect(counts.size).toBe(62);
  });
});
