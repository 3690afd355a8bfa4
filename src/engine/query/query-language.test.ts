import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTermOf } from '../../app/collection/testing/random-terms.ts';
import { hasTerm, withOnlyTerm, withoutTerm, withTerm } from './edit-query.ts';
import { parseQuery } from './parse-query.ts';
import { formatQuery, formatTerm, groupOf, type QueryLanguage } from './query-language.ts';
import { querySuggestions } from './query-suggestions.ts';

/** Of nothing that the dashboard has. */
const ships = {
  thing: 'old ship',
  keys: {
    captain: { kind: 'text', label: 'Captain', hint: 'a name', example: 'ahab', isPeople: true },
    masts: { kind: 'count', label: 'Masts', hint: 'as in 3', example: '3' },
    constructor: { kind: 'time', label: 'Built', hint: 'as in 1850', example: '1850' },
  },
  states: {
    afloat: { label: 'Afloat', facet: 'sinking' },
    sunk: { label: 'Sunk', facet: 'sinking' },
  },
  statesHint: 'afloat or sunk',
} as const satisfies QueryLanguage;
const stateless: QueryLanguage = { ...ships, states: {} };

const read = (text: string) => parseQuery(text, ships);

describe('a language of other keys', () => {
  it('is read as it is written, and edited', () => {
    fc.assert(
      fc.property(fc.array(randomTermOf(ships), { maxLength: 4 }), randomTermOf(ships), (terms, term) => {
        const text = formatQuery(terms);
        expect(read(text).parts.map((part) => part.problem ?? part.term)).toEqual(terms);
        const added = withTerm(read(text), term);
        expect(hasTerm(read(added), term)).toBe(true);
        expect(hasTerm(read(withoutTerm(read(added), term)), term)).toBe(false);
        const only = read(withOnlyTerm(read(text), term)).terms;
        if (term.key !== 'word')
          expect(only.filter((other) => groupOf(other, ships) === groupOf(term, ships)).map(formatTerm)).toEqual([
            formatTerm(term),
          ]);
      }),
    );
  });

  it.each([
    ['owner:me', 'There is no filter "owner"'],
    ['toString:x', 'There is no filter "tostring"'],
    ['is:big', 'An old ship can be afloat or sunk.'],
    ['is:toString', 'An old ship can be afloat or sunk.'],
    ['masts:', 'as in masts:3.'],
    ['constructor:soon', 'a date'],
  ])('says why %s is not understood', (text, why) => {
    expect(read(text).parts.map(({ problem }) => problem)).toEqual([expect.stringContaining(why)]);
  });

  it('is completed by its own keys, words and people', () => {
    const inserts = (text: string, language: QueryLanguage = ships) =>
      querySuggestions(text, { caret: text.length, facets: {}, language }).map(({ insert }) => insert);
    expect(inserts('')).toEqual(['is:', 'captain:', 'masts:', 'constructor:']);
    expect(inserts('c')).toEqual(['captain:', 'constructor:']);
    expect(inserts('captain:')).toEqual(['captain:me']);
    expect(inserts('is:')).toEqual(['is:afloat', 'is:sunk']);
    expect(inserts('masts:>')).toContain('masts:>0');
    expect(inserts('toString:')).toEqual([]);
    expect(inserts('', stateless)).toEqual(['captain:', 'masts:', 'constructor:']);
    expect(parseQuery('is:sunk', stateless).parts[0]?.problem).toContain('There is no filter "is"');
  });

  it('offers every key, however many there are', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const keys = Object.fromEntries(letters.map((letter) => [`k${letter}`, ships.keys.masts]));
    const text = '';
    expect(querySuggestions(text, { caret: 0, facets: {}, language: { ...ships, keys } })).toHaveLength(27);
  });
});
