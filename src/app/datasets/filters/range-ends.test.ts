import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../collection/engine/query/parse-query.ts';
import { countEnds, dayEnds, dayOf } from './range-ends.ts';

const nowMs = new Date(2026, 2, 30, 10).getTime();

describe('countEnds', () => {
  it.each([
    ['', '', ''],
    ['items:5', '5', '5'],
    ['items:5..10', '5', '10'],
    ['items:>5', '6', ''],
    ['items:>=5 items:<10', '5', '9'],
    ['items:0 items:10..99', '', ''],
    ['-items:5', '', ''],
  ])('%j shows "%s" and "%s"', (q, from, to) => {
    expect(countEnds(parseQuery(q).terms, 'items')).toEqual({ from, to });
  });
});

describe('dayEnds', () => {
  it.each([
    ['created:2026-01', '2026-01-01', '2026-01-31'],
    ['created:2026-01-05..2026-02', '2026-01-05', '2026-02-28'],
    ['created:>=2026-01-05', '2026-01-05', ''],
    ['created:today', '2026-03-30', '2026-03-30'],
    ['created:<7d', '', ''],
    ['modified:2026', '', ''],
  ])('%j shows "%s" and "%s"', (q, from, to) => {
    expect(dayEnds(parseQuery(q).terms, 'created', nowMs)).toEqual({ from, to });
  });
});

describe('dayOf', () => {
  it('is the local day, and nothing for what is no time', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(dayOf)).toEqual(['', '', '']);
  });
});
