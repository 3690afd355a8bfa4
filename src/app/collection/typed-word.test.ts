import { describe, expect, it } from 'vitest';
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
    const typed = typedWord(q);
    expect(typed?.word).toBe(word);
    expect(typed?.isContinuedBy('b')).toBe(true);
    expect(typed?.isContinuedBy('7')).toBe(true);
  });

  it.each(['-wo', 'name:sho', 'items:>', 'is:', 'oops:'])('is none in "%s"', (q) => {
    expect(typedWord(q)).toBeUndefined();
  });

  it('leaves the other conditions as they are', () => {
    expect(typedWord('owner:me -x wo')?.others).toEqual([
      { key: 'owner', not: false, text: 'me' },
      { key: 'word', not: true, text: 'x' },
    ]);
  });
});
