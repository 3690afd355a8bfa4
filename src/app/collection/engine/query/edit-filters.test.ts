import { describe, expect, it } from 'vitest';
import { type RangeTerm, withBound, withoutValue, withRange, withValue } from './edit-filters.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query-term.ts';

function termOf(text: string): Term {
  const [term] = parseQuery(text).terms;
  if (term === undefined) throw new Error(`${text} is no term.`);
  return term;
}

describe('withValue', () => {
  it.each([
    ['', 'owner:ada', 'owner:ada'],
    ['owner:ada shop', 'owner:bob', 'owner:ada shop owner:bob'],
    ['-owner:ada', 'owner:ada', 'owner:ada'],
    ['items:0', 'items:10..99', 'items:0 items:10..99'],
    ['items:>5 -items:7', 'items:10..99', '-items:7 items:10..99'],
    ['created:<7d modified:<7d', 'created:<30d', 'modified:<7d created:<30d'],
    ['created:2026-01', 'created:<7d', 'created:<7d'],
    ['"shop', 'is:unnamed', 'shop is:unnamed'],
  ])('%j, with %s chosen, is %j', (before, term, after) => {
    expect(withValue(before, termOf(term))).toBe(after);
  });
});

describe('withoutValue', () => {
  it.each([
    ['owner:ada shop', 'owner:ada', 'ada', 'shop'],
    ['owner:ADA', 'owner:ada', 'ada', ''],
    ['owner:me owner:bob', 'owner:me', 'grace', 'owner:bob'],
    ['owner:grace', 'owner:me', 'grace', ''],
    ['-owner:ada', 'owner:ada', 'ada', '-owner:ada'],
    ['created:<7d x', 'created:<7d', '<7d', 'x'],
  ])('%j, with %s (%s) unticked, is %j', (before, term, label, after) => {
    expect(withoutValue(before, { term: termOf(term), label })).toBe(after);
  });
});

describe('withRange', () => {
  it.each([
    ['items:0 x', { from: 5, to: 10 }, 'x items:5..10'],
    ['items:>3 items:<9', { from: 5, to: undefined }, 'items:>=5'],
    ['', { from: undefined, to: 7 }, 'items:<=7'],
    ['items:5..7 y', { from: undefined, to: undefined }, 'y'],
    ['', { from: 4, to: 4 }, 'items:4'],
    ['', { from: 9, to: 4 }, 'items:4..9'],
    ['-items:0', { from: 1, to: 4 }, '-items:0 items:1..4'],
  ])('%j from and to %o is %j', (before, ends, after) => {
    expect(withRange(before, { key: 'items', ...ends })).toBe(after);
  });

  it('takes days too', () => {
    const days = { key: 'created', from: '2026-01-05', to: '2026-02-01' } as const;
    expect(withRange('created:<7d', days)).toBe('created:2026-01-05..2026-02-01');
  });
});

describe('withBound', () => {
  it.each([
    ['', 'items:>=5', 'items:>=5'],
    ['items:>1', 'items:>=5', 'items:>=5'],
    ['items:<=9', 'items:>=5', 'items:<=9 items:>=5'],
    ['items:0 items:2..3', 'items:<=5', 'items:<=5'],
    ['created:<7d', 'created:<=2026-03-01', 'created:<7d created:<=2026-03-01'],
    ['created:<7d', 'created:>=2026-03-01', 'created:>=2026-03-01'],
    ['created:>=2026 x', 'created:<=2026-03-01T10:00:00', 'created:>=2026 x created:<=2026-03-01T10:00:00'],
  ])('%j with %s is %j', (before, term, after) => {
    expect(withBound(before, termOf(term) as RangeTerm)).toBe(after);
  });
});
