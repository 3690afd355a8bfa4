import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drain } from '../../app/collection/testing/drain.ts';
import { foldText } from '../query/fold-text.ts';
import { TextIndex } from './text-index.ts';

function naive(entries: readonly (readonly string[])[], word: string): number[] {
  const oneLine = (text: string) => foldText(text.replaceAll('\n', ' '));
  return entries.map((texts) => Number(texts.some((text) => oneLine(text).includes(oneLine(word)))));
}

describe('TextIndex', () => {
  it('tells which letters stand behind a word in each entry, whatever was asked before', () => {
    const unit = fc.constantFrom('a', 'b', 'B', 'Å', '7', 'é', '-', '\n');
    const entries = fc.array(fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }));
    const words = fc.array(fc.string({ unit, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(entries, words, (some, asked) => {
        const index = new TextIndex(some.length, (entry) => some[entry] ?? []);
        for (const word of asked) {
          const sets = drain(index.lettersBehind(word));
          for (const letter of 'abe70') {
            const flags = new Uint8Array(some.length);
            sets.flag(letter, flags, 0);
            expect([...flags]).toEqual(naive(some, foldText(word) + letter));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the entries that have a word, however the words before it narrowed the search', () => {
    const unit = fc.constantFrom('a', 'b', 'B', 'ß', 's', '\n', ' ');
    const entries = fc.array(fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }));
    const words = fc.array(fc.string({ unit, minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(entries, words, (some, asked) => {
        const index = new TextIndex(some.length, (entry) => some[entry] ?? []);
        for (const [at, word] of asked.entries()) {
          // What is made ready ahead changes no answer.
          if (at % 2 === 0) drain(index.lettersBehind(word));
          const { flags, count } = index.find(word);
          expect([...flags]).toEqual(naive(some, word));
          expect(count).toBe(flags.reduce((sum, flag) => sum + flag, 0));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('goes on from an index of some of the entries', () => {
    const texts = Array.from({ length: 40_000 }, (_, entry) => (entry % 7 === 0 ? `Ørders ${entry}` : `o ${entry}`));
    const index = new TextIndex(texts.length, (entry) => [texts[entry]]);
    // Some at the beginning are gone, some are new in the middle, and one part is gone.
    const now = [...texts.slice(100, 20_000), 'new orders', ...texts.slice(20_000, 30_000), ...texts.slice(31_000)];
    const stretches = [
      { from: 100, to: 20_000, at: 0 },
      { from: 20_000, to: 30_000, at: 19_901 },
      { from: 31_000, to: 40_000, at: 29_901 },
    ];
    let asked = 0;
    const textsOf = (entry: number) => {
      asked += 1;
      return [now[entry]];
    };
    const grown = index.grown(now.length, textsOf, stretches);
    expect(asked).toBeLessThan(now.length);
    for (const word of ['orders', '99', '9', 'new', 'o 3000']) {
      expect([...grown.find(word).flags]).toEqual(
        naive(
          now.map((text) => [text]),
          word,
        ),
      );
    }
  });

  it('finds in more entries than one string holds, letter by letter', () => {
    const texts = Array.from({ length: 30_000 }, (_, entry) =>
      entry % 7 === 0 ? `Ørders ${entry}` : `orders ${entry}`,
    );
    const index = new TextIndex(texts.length, (entry) => [texts[entry]]);
    for (const word of ['1', '12', '123', '1234', '12345', 'orders', 'ders 7', '9', 'o', 'or', 'rd', 'ord', 'rs 9']) {
      drain(index.lettersBehind(word));
      expect([...index.find(word).flags]).toEqual(
        naive(
          texts.map((text) => [text]),
          word,
        ),
      );
    }
  });

  it('finds nothing behind the end of its texts', () => {
    const index = new TextIndex(1, () => ['a']);
    drain(index.lettersBehind('a'));
    expect(index.find('a\0').count).toBe(0);
  });

  it('holds texts of any length, and none', () => {
    const long = `${'x'.repeat(3_000_000)}needle`;
    const index = new TextIndex(4, (entry) => [[long], [null], [''], ['needle', undefined]][entry] ?? []);
    expect([...index.find('needle').flags]).toEqual([1, 0, 0, 1]);
    expect(new TextIndex(0, () => []).find('x').count).toBe(0);
  });
});
