import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeSteps } from '../facets/time-steps.ts';
import { timeLimits } from '../match/time-limits.ts';
import { createdLimits, createdTerm } from './created-term.ts';
import { formatTerm } from './format-query.ts';
import { parseQuery } from './parse-query.ts';

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
    const term = createdTerm(stretch);
    expect(term && formatTerm(term)).toBe(text);
  });

  it('is none where the language has no year for it', () => {
    expect(createdTerm(span([12_000, 1, 1], [12_001, 1, 1]))).toBeUndefined();
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
        const term = createdTerm(stretch);
        if (term?.key !== 'created') throw new Error('no term');
        expect(parseQuery(formatTerm(term)).terms).toEqual([term]);
        expect(timeLimits(term.range, 0)).toEqual({ least: stretch.startMs, most: stretch.endMs - 1 });
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
    expect(createdLimits(parseQuery(text).terms, 0)).toEqual(limits);
  });
});
