import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTerm } from '../../app/collection/testing/random-terms.ts';
import { datasetQuery } from '../../app/datasets/dataset-query.ts';
import { letters } from '../match/letter-sets.ts';
import { parseQuery, typedWord } from './parse-query.ts';
import { formatQuery } from './query-language.ts';

const read = (text: string) => parseQuery(text, datasetQuery);

/** The canonical text of what is read. */
function canonical(text: string): string {
  return formatQuery(read(text).terms);
}

describe('parseQuery', () => {
  it('reads back the terms that formatQuery writes, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(randomTerm, { maxLength: 5 }), (terms) => {
        const { parts } = read(formatQuery(terms));
        expect(parts.map(({ term, problem }) => problem ?? term)).toEqual(terms);
      }),
    );
  });

  it('writes what it reads in one way, and reads any text', () => {
    const pieces = fc.constantFrom(
      '-',
      '"',
      ':',
      ' ',
      '\\',
      '..',
      '<',
      'items',
      'is',
      'created',
      '2026-01',
      '7d',
      'é',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (text) => {
          const { parts, terms } = read(text);
          expect(read(formatQuery(terms)).terms).toEqual(terms);
          let at = 0;
          for (const { start, end } of parts) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });

  it.each([
    ['  shop   Orders ', 'shop Orders'],
    ['"two words" "one"', '"two words" one'],
    ['-word -"two words"', '-word -"two words"'],
    ['-', '"-"'],
    ['a - b', 'a "-" b'],
    ['"not closed', '"not closed"'],
    ['"a \\"quoted\\" one"', '"a \\"quoted\\" one"'],
    ['ITEMS:>1000 Clean:<5', 'items:>1000 clean:<5'],
    ['items:10..20 items:10.. items:..20', 'items:10..20 items:>=10 items:<=20'],
    ['items:1k items:1.5m items:1,000 items:=7', 'items:1000 items:1500000 items:1000 items:7'],
    ['created:2026-01..2026-03', 'created:2026-01..2026-03'],
    ['created:2026-01-15T14:30', 'created:2026-01-15T14:30'],
    ['created:Today created:>=yesterday', 'created:today created:>=yesterday'],
    ['modified:<7d accessed:>1Y modified:>=3m', 'modified:<7d accessed:>1y modified:>=3mo'],
    ['created:2026-01..today', 'created:2026-01..today'],
    ['owner:me -owner:"Ada L" actor:ID name:shop*', 'owner:me -owner:"Ada L" actor:ID name:shop*'],
    ['is:Unnamed -is:empty is:dirty', 'is:unnamed -is:empty is:dirty'],
    ['12:30 :x', '12:30 :x'],
  ])('reads %j as %j', (text, expected) => {
    expect(read(text).parts.map(({ problem }) => problem)).toEqual(read(text).parts.map(() => undefined));
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    ['shop itmes:>5 x', 5, 13, 'There is no filter "itmes"'],
    ['items:', 0, 6, 'items:>1000'],
    ['items:many', 0, 10, 'a whole number'],
    ['items:1.5', 0, 9, 'a whole number'],
    ['items:-1', 0, 8, 'a whole number'],
    ['items:1e400', 0, 11, 'a whole number'],
    ['items:99999999999999999', 0, 23, 'a whole number'],
    ['items:20..10', 0, 12, 'backwards'],
    ['items:..', 0, 8, 'a whole number'],
    ['created:2026-02-30', 0, 18, 'a date'],
    ['created:2026-13', 0, 15, 'a date'],
    ['created:2026-01-15T24', 0, 21, 'a date'],
    ['created:2026-03..2026-01', 0, 24, 'backwards'],
    ['created:7d', 0, 10, '<7d is less than that ago'],
    ['created:7d..30d', 0, 15, 'two bounds'],
    ['is:big', 0, 6, 'named, unnamed, empty'],
    ['owner:""', 0, 8, 'owner:me'],
    ['""', 0, 2, 'nothing between the quotes'],
    ['http://x', 0, 8, 'put it in quotes'],
  ])('says why %j is not understood', (text, start, end, why) => {
    const { parts } = read(text);
    const bad = parts.filter(({ problem }) => problem !== undefined);
    expect(bad).toEqual([{ start, end, isOpen: false, problem: expect.stringContaining(why) }]);
  });

  it('keeps what it understands beside what it does not', () => {
    expect(canonical('shop items:many is:empty')).toBe('shop is:empty');
  });

  it('reads a long text in time', () => {
    const text = `${'a'.repeat(1_000_000)} ${'b '.repeat(100_000)}`;
    expect(read(text).terms).toHaveLength(100_001);
  });
});

describe('typedWord', () => {
  it.each([
    ['', ''],
    ['sho', 'sho'],
    ['items:>3 sho', 'sho'],
    ['two wo', 'wo'],
    ['two ', ''],
    ['"two wo', 'two wo'],
    ['-not wo', 'wo'],
    ['oops:x wo', 'wo'],
    ['"closed"', ''],
  ])('of "%s" is "%s"', (q, word) => {
    expect(typedWord(q, datasetQuery)?.word).toBe(word);
  });

  it.each(['-wo', 'name:sho', 'items:>', 'is:', 'oops:', 'wa oops:', 'wa is:nothing'])('is none in "%s"', (q) => {
    expect(typedWord(q, datasetQuery)).toBeUndefined();
  });

  it('is what each letter goes on with, and the rest stays as it is', () => {
    const texts = fc.array(fc.constantFrom('wo', 'a', ' ', '"', '-', '\\', ':', 'is', 'é', 'name:'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...letters), (some, letter) => {
        const q = some.join('');
        const typed = typedWord(q, datasetQuery);
        if (typed === undefined) return;
        const { word, others } = typed;
        expect(read(q + letter).terms).toEqual([...others, { key: 'word', not: false, text: word + letter }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the other conditions as they are', () => {
    expect(typedWord('owner:me -x wo', datasetQuery)?.others).toEqual([
      { key: 'owner', not: false, text: 'me' },
      { key: 'word', not: true, text: 'x' },
    ]);
  });
});
