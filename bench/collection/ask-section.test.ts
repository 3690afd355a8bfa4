import { describe, expect, it } from 'vitest';
import { isMet } from '../section.ts';
import { askSection } from './ask-section.ts';

const slow = [10, 10, 10, 40];

const section = askSection({
  times: [
    { datasets: 1000, kind: 'number', askedMs: [900], floorMs: [1] },
    { datasets: 1_000_000, kind: 'number', askedMs: [60, 60, 60], floorMs: [30, 30, 30] },
    { datasets: 1_000_000, kind: 'search', askedMs: [31], floorMs: [10] },
    // Three of four are quick, but that is no 95 %.
    { datasets: 1_000_000, kind: 'name-again', askedMs: [...slow, 41], floorMs: [] },
    { datasets: 1_000_000, kind: 'filters', askedMs: [50], floorMs: [] },
  ],
  rounds: 15,
  slowRounds: 4,
});

describe('askSection', () => {
  it.each([
    ['sort by a number, 1,000,000 datasets', 2, true],
    ['search for a word, 1,000,000 datasets', 3.1, false],
    ['sort by name again, 1,000,000 datasets, in ms', 40.8, false],
    ['counts of all filters, 1,000,000 datasets, in ms', 50, true],
  ])('judges %j by %d', (name, value, met) => {
    const aim = section.aims.find((one) => one.aim === name);
    expect(aim?.value).toBeCloseTo(value, 10);
    expect(aim && isMet(aim)).toBe(met);
  });

  it('has a row for each number of datasets, and aims for the largest', () => {
    expect(section.tables[0]?.rows[0]).toEqual([
      '1,000',
      'sort by a number',
      '900 ms',
      'a radix sort of the column',
      '1.0 ms',
      '900.00 ×',
    ]);
    expect(section.tables[0]?.rows[4]?.slice(2)).toEqual(['50.0 ms', '–', '–', '–']);
    expect(section.aims).toHaveLength(4);
  });
});
