import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTerm } from '../../app/collection/testing/random-terms.ts';
import { datasetQuery } from '../../app/datasets/dataset-query.ts';
import {
  hasTerm,
  withBound,
  withOnlyTerm,
  withoutGroup,
  withoutTerm,
  withoutValue,
  withRange,
  withTerm,
  withValue,
} from './edit-query.ts';
import { parseQuery } from './parse-query.ts';
import { formatTerm, groupOf, type RangeTerm, type Term } from './query-language.ts';

const read = (text: string) => parseQuery(text, datasetQuery);

function termOf(text: string): Term {
  const [term] = read(text).terms;
  if (term === undefined) throw new Error(`No term: ${text}`);
  return term;
}

const pieces = fc.constantFrom(
  'shop',
  '"open',
  '"a b"',
  '-x',
  'items:>5',
  'items:',
  'itmes:"',
  'owner:me',
  '-owner:me',
  'is:empty',
  '\\',
);
const texts = fc.array(pieces).map((some) => some.join(' '));

function forms(text: string): string[] {
  return read(text).terms.map(formatTerm);
}

function problems(text: string): number {
  return read(text).parts.filter(({ problem }) => problem !== undefined).length;
}

describe('a query that is edited', () => {
  it.each([
    ['', 'owner:me', 'owner:me'],
    ['shop', 'owner:me', 'shop owner:me'],
    ['OWNER:me  Shop', 'owner:me', 'OWNER:me  Shop'],
    ['-owner:me shop', 'owner:me', 'shop owner:me'],
    ['owner:ada', '-owner:ada', '-owner:ada'],
    ['itmes:>5  x', 'is:empty', 'itmes:>5 x is:empty'],
    ['"not closed', 'is:empty', '"not closed" is:empty'],
    ['itmes:"not closed', 'is:empty', 'itmes:"not closed" is:empty'],
  ])('%j with %j is %j', (text, term, expected) => {
    expect(withTerm(read(text), termOf(term))).toBe(expected);
  });

  it.each([
    ['items:>5 -items:7 shop clean:<5', 'items:10..20', 'shop clean:<5 items:10..20'],
    ['is:named is:empty', 'is:unnamed', 'is:empty is:unnamed'],
    ['shop', 'order', 'shop order'],
  ])('%j with only %j is %j', (text, term, expected) => {
    expect(withOnlyTerm(read(text), termOf(term))).toBe(expected);
  });

  it.each([
    ['shop owner:me Owner:me x', 'owner:me', 'shop x'],
    ['shop -owner:me', 'owner:me', 'shop -owner:me'],
    ['items:1k', 'items:1000', ''],
  ])('%j without %j is %j', (text, term, expected) => {
    expect(withoutTerm(read(text), termOf(term))).toBe(expected);
  });

  it('clears a filter', () => {
    expect(withoutGroup(read('items:>5 shop -items:7 is:empty'), 'items')).toBe('shop is:empty');
  });

  it('has a term once it is added, has it no more once it is taken out, and keeps all else', () => {
    fc.assert(
      fc.property(texts, randomTerm, (text, term) => {
        const opposite = formatTerm({ ...term, not: !term.not });
        const added = withTerm(read(text), term);
        expect(hasTerm(read(added), term)).toBe(true);
        expect(forms(added).filter((form) => form !== formatTerm(term))).toEqual(
          forms(text).filter(
            (form) =>
              (form !== formatTerm(term) && form !== opposite) || (form === opposite && hasTerm(read(text), term)),
          ),
        );
        const removed = withoutTerm(read(added), term);
        expect(forms(removed)).toEqual(forms(added).filter((form) => form !== formatTerm(term)));
        expect([problems(added), problems(removed)]).toEqual([problems(text), problems(text)]);
        const only = withOnlyTerm(read(text), term);
        if (term.key !== 'word') {
          expect(
            read(only)
              .terms.filter((other) => groupOf(other, datasetQuery) === groupOf(term, datasetQuery))
              .map(formatTerm),
          ).toEqual([formatTerm(term)]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

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
    expect(withValue(read(before), termOf(term))).toBe(after);
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
    expect(withoutValue(read(before), { term: termOf(term), label })).toBe(after);
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
    expect(withRange(read(before), { key: 'items', ...ends })).toBe(after);
  });

  it('takes days too', () => {
    const days = { key: 'created', from: '2026-01-05', to: '2026-02-01' } as const;
    expect(withRange(read('created:<7d'), days)).toBe('created:2026-01-05..2026-02-01');
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
    expect(withBound(read(before), termOf(term) as RangeTerm)).toBe(after);
  });
});
