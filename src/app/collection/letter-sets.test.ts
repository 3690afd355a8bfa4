import { describe, expect, it } from 'vitest';
import { LetterSets } from './letter-sets.ts';

const texts = ['orders 2026', 'Ωmega-z', '', 'a'];
const text = texts.join('\n');
const starts = Uint32Array.from([0, 12, 20, 21, 22]);

describe('LetterSets', () => {
  it.each([...'abcdefghijklmnopqrstuvwxyz0123456789'])('knows the entries that have %s', (letter) => {
    const flags = new Uint8Array(6).fill(7);
    const count = new LetterSets(text, starts).flag(letter, flags, 1);
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
});
