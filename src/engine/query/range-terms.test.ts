import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetQuery } from '../../app/datasets/dataset-query.ts';
import { timeSteps } from '../facets/time-steps.ts';
import { parseQuery } from './parse-query.ts';
import { formatTerm } from './query-language.ts';
import { askedTime, countEnds, dayEnds, dayOf, rangeOfBin, rangeOfSpan } from './range-terms.ts';
import { timeLimits } from './time-values.ts';

const read = (text: string) => parseQuery(text, datasetQuery);

/** Midnights of the runtime's zone. */
function span(from: readonly [number, number, number], to: readonly [number, number, number]) {
  const at = ([year, month, day]: readonly [number, number, number]) => {
    const date = new Date(2000, 0, 1);
    date.setFullYear(year, month - 1, day);
    return date.getTime();
  };
  return { startMs: at(from), endMs: at(to) };
}

describe('the term of a stretch of the calendar', () => {
  it.each([
    ['a day', span([2026, 3, 5], [2026, 3, 6]), 'created:2026-03-05'],
    ['a week', span([2026, 3, 2], [2026, 3, 9]), 'created:2026-03-02..2026-03-08'],
    ['a month', span([2026, 3, 1], [2026, 4, 1]), 'created:2026-03'],
    ['months', span([2025, 11, 1], [2026, 3, 1]), 'created:2025-11..2026-02'],
    ['a year', span([2026, 1, 1], [2027, 1, 1]), 'created:2026'],
    ['years', span([2020, 1, 1], [2030, 1, 1]), 'created:2020..2029'],
    ['a year of three digits', span([476, 1, 1], [477, 1, 1]), 'created:0476'],
    ['from before all years', span([-5, 1, 1], [2026, 1, 1]), 'created:<=2025'],
    ['to after all years', span([2026, 1, 1], [12_000, 1, 1]), 'created:>=2026'],
  ])('%s', (_name, stretch, text) => {
    const range = rangeOfSpan(stretch);
    expect(range && formatTerm({ key: 'created', not: false, range })).toBe(text);
  });

  it('is none where the language has no year for it', () => {
    expect(rangeOfSpan(span([12_000, 1, 1], [12_001, 1, 1]))).toBeUndefined();
  });

  it('means exactly that stretch, whatever was selected of a timeline', () => {
    const times = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });
    const choice = fc.record({
      one: times,
      other: times,
      maxSteps: fc.integer({ min: 3, max: 120 }),
      a: fc.nat(),
      b: fc.nat(),
    });
    fc.assert(
      fc.property(choice, ({ one, other, maxSteps, a, b }) => {
        const { boundsMs } = timeSteps({ firstMs: Math.min(one, other), lastMs: Math.max(one, other), maxSteps });
        const count = boundsMs.length - 1;
        const [from, to] = [a % count, b % count].sort((x, y) => x - y) as [number, number];
        const stretch = { startMs: boundsMs[from] ?? 0, endMs: boundsMs[to + 1] ?? 0 };
        const range = rangeOfSpan(stretch);
        if (range === undefined) throw new Error('no term');
        const term = { key: 'created', not: false, range } as const;
        expect(read(formatTerm(term)).terms).toEqual([term]);
        expect(timeLimits(range, 0)).toEqual({ least: stretch.startMs, most: stretch.endMs - 1 });
      }),
    );
  });
});

describe('the time that a query is about', () => {
  const march = span([2026, 3, 1], [2026, 4, 1]);
  const may = span([2026, 5, 1], [2026, 6, 1]);
  const open = { firstMs: Number.NEGATIVE_INFINITY, lastMs: Number.POSITIVE_INFINITY };

  it.each([
    ['shop items:>5', undefined],
    ['created:2026-03', { firstMs: march.startMs, lastMs: march.endMs - 1 }],
    ['created:2026-03 created:2026-05', { firstMs: march.startMs, lastMs: may.endMs - 1 }],
    ['created:>=2026-03', { ...open, firstMs: march.startMs }],
    ['created:<2026-05', { ...open, lastMs: may.startMs - 1 }],
    ['created:2026-03..2026-05 created:<2026-05', { firstMs: march.startMs, lastMs: may.startMs - 1 }],
    ['created:2026-03 created:>2026-05', undefined],
    ['-created:2026-03', undefined],
    ['modified:2026-03', undefined],
  ])('%s', (text, limits) => {
    expect(askedTime(read(text).terms, 'created', 0)).toEqual(limits);
  });
});

it.each([
  [{ from: 0, to: 0 }, 'items:0'],
  [{ from: 10, to: 49 }, 'items:10..49'],
  [{ from: 0, to: 4 }, 'items:0..4'],
  [{ from: 500, to: Number.POSITIVE_INFINITY }, 'items:>=500'],
])('the range %o is %s', (range, text) => {
  expect(formatTerm({ key: 'items', not: false, range: rangeOfBin(range) })).toBe(text);
});

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
    expect(countEnds(read(q).terms, 'items')).toEqual({ from, to });
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
    expect(dayEnds(read(q).terms, 'created', nowMs)).toEqual({ from, to });
  });
});

describe('dayOf', () => {
  it('is the local day, and nothing for what is no time', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(dayOf)).toEqual(['', '', '']);
  });
});
