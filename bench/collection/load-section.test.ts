import { describe, expect, it } from 'vitest';
import { isMet } from '../section.ts';
import { loadSection } from './load-section.ts';

const times = {
  datasets: 10_000,
  loadedMs: [30, 60, 45],
  floorMs: [20, 40, 30],
  requests: 12,
  floorRequests: 10,
  bytesPerRow: 249.6,
};

describe('the report on loading', () => {
  it('compares each round with its own floor', () => {
    const { tables, aims } = loadSection([times], 3);
    expect(tables[0]?.rows).toEqual([['10,000', '45.0 ms', '12', '30.0 ms', '10', '1.50 ×', '250 bytes']]);
    expect(aims.map(({ value }) => value)).toEqual([1.5, 249.6]);
    expect(aims.every(isMet)).toBe(true);
  });

  it('does not call met what is not', () => {
    const { aims } = loadSection([{ ...times, loadedMs: [31, 61, 46], bytesPerRow: 251 }], 3);
    expect(aims.some(isMet)).toBe(false);
  });
});
