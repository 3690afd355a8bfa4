import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letters } from '../match/letter-sets.ts';
import { parseQuery } from './parse-query.ts';
import { typedWord } from './typed-word.ts';

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
    expect(typedWord(q)?.word).toBe(word);
  });

  it.each(['-wo', 'name:sho', 'items:>', 'is:', 'oops:', 'wa oops:', 'wa is:nothing'])('is none in "%s"', (q) => {
    expect(typedWord(q)).toBeUndefined();
  });

  it('is what each letter goes on with, and the rest stays as it is', () => {
    const texts = fc.array(fc.constantFrom('wo', 'a', ' ', '"', '-', '\\', ':', 'is', 'é', 'name:'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...letters), (some, letter) => {
        const q = some.join('');
        const typed = typedWord(q);
        if (typed === undefined) return;
        const { word, others } = typed;
        expect(parseQuery(q + letter).terms).toEqual([...others, { key: 'word', not: false, text: word + letter }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the other conditions as they are', () => {
    expect(typedWord('owner:me -x wo')?.others).toEqual([
      { key: 'owner', not: false, text: 'me' },
      { key: 'word', not: true, text: 'x' },
    ]);
  });
});
