import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { exactPattern, fitsPattern, readPattern } from './text-pattern.ts';

describe('fitsPattern', () => {
  it.each([
    ['shop', 'shop', true],
    ['shop', 'my shop', false],
    ['SHOP*', 'shop-2', true],
    ['shop*', 'my shop', false],
    ['*shop', 'my shop', true],
    ['*o*p', 'shop', true],
    ['ab*ba', 'aba', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a b b c', true],
    ['a*b*c', 'acb', false],
    ['*', '', false],
    ['**', 'x', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['a\\\\*', 'a\\b', true],
    ['straße', 'STRASSE', true],
  ])('%j on %j is %s', (pattern, text, fits) => {
    expect(fitsPattern(foldText(text), readPattern(pattern))).toBe(fits);
  });

  it('fits the text that an exact pattern was made of, and no longer one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', '\\', 'a', 'é'), minLength: 1 }), (text) => {
        const pattern = readPattern(exactPattern(text));
        expect(fitsPattern(foldText(text), pattern)).toBe(true);
        expect(fitsPattern(foldText(`${text}x`), pattern)).toBe(false);
      }),
    );
  });

  it('takes no longer for many stars', () => {
    const pattern = readPattern(`${'a*'.repeat(200)}b`);
    expect(fitsPattern('a'.repeat(200_000), pattern)).toBe(false);
  });
});
