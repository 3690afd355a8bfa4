import { describe, expect, it } from 'vitest';
import { probedTime } from './use-scale.ts';

const probes = [
  { offset: 0, createdAtMs: 1_000 },
  { offset: 99, createdAtMs: 3_000 },
  { offset: 50, createdAtMs: 2_000 },
];

describe('about when a row was created', () => {
  it.each([
    ['at a probe', 50, false, 2_000],
    ['between two', 25, false, 1_500],
    ['newest first', 99, true, 1_000],
    ['newest first, between', 74, true, 1_500],
    ['after the last', 120, false, 3_000],
  ])('%s', (_name, row, desc, timeMs) => {
    expect(probedTime({ probes, total: 100 }, { row, desc })).toBe(timeMs);
  });

  it('is not known without probes', () => {
    expect(probedTime({ probes: [], total: 100 }, { row: 5, desc: false })).toBeUndefined();
  });
});
