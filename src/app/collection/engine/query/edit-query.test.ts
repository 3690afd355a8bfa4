import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTerm } from '../../testing/random-terms.ts';
import { groupOf } from '../match/match-rows.ts';
import { hasTerm, withOnlyTerm, withoutGroup, withoutTerm, withTerm } from './edit-query.ts';
import { formatTerm } from './format-query.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query-term.ts';

function termOf(text: string): Term {
  const [term] = parseQuery(text).terms;
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
  return parseQuery(text).terms.map(formatTerm);
}

function problems(text: string): number {
  return parseQuery(text).parts.filter(({ problem }) => problem !== undefined).length;
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
    expect(withTerm(text, termOf(term))).toBe(expected);
  });

  it.each([
    ['items:>5 -items:7 shop clean:<5', 'items:10..20', 'shop clean:<5 items:10..20'],
    ['is:named is:empty', 'is:unnamed', 'is:empty is:unnamed'],
    ['shop', 'order', 'shop order'],
  ])('%j with only %j is %j', (text, term, expected) => {
    expect(withOnlyTerm(text, termOf(term))).toBe(expected);
  });

  it.each([
    ['shop owner:me Owner:me x', 'owner:me', 'shop x'],
    ['shop -owner:me', 'owner:me', 'shop -owner:me'],
    ['items:1k', 'items:1000', ''],
  ])('%j without %j is %j', (text, term, expected) => {
    expect(withoutTerm(text, termOf(term))).toBe(expected);
  });

  it('clears a filter', () => {
    expect(withoutGroup('items:>5 shop -items:7 is:empty', termOf('items:1'))).toBe('shop is:empty');
  });

  it('has a term once it is added, has it no more once it is taken out, and keeps all else', () => {
    fc.assert(
      fc.property(texts, randomTerm, (text, term) => {
        const opposite = formatTerm({ ...term, not: !term.not });
        const added = withTerm(text, term);
        expect(hasTerm(added, term)).toBe(true);
        expect(forms(added).filter((form) => form !== formatTerm(term))).toEqual(
          forms(text).filter(
            (form) => (form !== formatTerm(term) && form !== opposite) || (form === opposite && hasTerm(text, term)),
          ),
        );
        const removed = withoutTerm(added, term);
        expect(forms(removed)).toEqual(forms(added).filter((form) => form !== formatTerm(term)));
        expect([problems(added), problems(removed)]).toEqual([problems(text), problems(text)]);
        const only = withOnlyTerm(text, term);
        if (term.key !== 'word') {
          expect(
            parseQuery(only)
              .terms.filter((other) => groupOf(other) === groupOf(term))
              .map(formatTerm),
          ).toEqual([formatTerm(term)]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
