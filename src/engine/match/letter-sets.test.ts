import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drain } from '../../app/collection/testing/drain.ts';
import { LetterSets, letters } from './letter-sets.ts';

const texts = ['orders 2026', 'Ωmega-z', '', 'a'];
const text = texts.join('\n');
const starts = Uint32Array.from([0, 12, 20, 21, 22]);

describe('LetterSets', () => {
  it.each(letters)('knows the entries that have %s', (letter) => {
    const flags = new Uint8Array(6).fill(7);
    const count = LetterSets.of(text, starts).flag(letter, flags, 1);
    const wanted = texts.map((one) => Number(one.includes(letter)));
    expect([...flags]).toEqual([7, ...wanted, 7]);
    expect(count).toBe(wanted.filter((flag) => flag === 1).length);
  });

  it.each([
    ['a', true],
    ['9', true],
    ['ab', false],
    ['', false],
    ['-', false],
    ['ω', false],
    ['ũ', false],
  ])('tells of "%s": %s', (word, tells) => {
    expect(LetterSets.has(word)).toBe(tells);
  });

  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'm', 'z', '0', '9', '-'), maxLength: 3 }));

  it('counts the entries that have each character, and gives the first of them in an order', () => {
    fc.assert(
      fc.property(words, fc.nat({ max: 4 }), (some, limit) => {
        const sets = setsOf(some);
        const counts = drain(sets.count());
        expect([...counts]).toEqual(letters.map((letter) => some.filter((word) => word.includes(letter)).length));
        const order = Uint32Array.from(some.keys()).reverse();
        const first = drain(
          sets.first(
            order,
            Array.from(counts, (count) => Math.min(count, limit)),
          ),
        );
        expect(first).toEqual(
          letters.map((letter) => [...order].filter((entry) => some[entry]?.includes(letter)).slice(0, limit)),
        );
      }),
    );
  });

  it('gives each entry what its value has, and nothing to those that are kept out', () => {
    fc.assert(
      fc.property(words, words, fc.infiniteStream(fc.nat()), (some, values, random) => {
        const sets = setsOf(some);
        const codes = some.map(() => (values.length === 0 ? 0 : (random.next().value ?? 0) % values.length));
        const states = Uint8Array.from(some, () => (random.next().value ?? 0) % 3);
        sets.addByCode(setsOf(values), codes);
        sets.clear(states);
        for (const letter of letters) {
          const flags = new Uint8Array(some.length);
          sets.flag(letter, flags, 0);
          const has = (word: string, entry: number) => `${word}${values[codes[entry] ?? 0] ?? ''}`.includes(letter);
          expect([...flags]).toEqual(some.map((word, entry) => Number(states[entry] === 0 && has(word, entry))));
        }
      }),
    );
  });
});

function setsOf(words: readonly string[]): LetterSets {
  const sets = new LetterSets(words.length);
  for (const [entry, word] of words.entries()) for (const letter of word) sets.add(entry, letter.charCodeAt(0));
  return sets;
}
