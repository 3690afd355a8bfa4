import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPoint, foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Orders-2024', 'orders-2024'],
    ['Çeşme', 'cesme'],
    ['e\u0301t\u00e9', 'ete'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İIıi', 'iiii'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['ﬁle', 'file'],
    ['Łódź', 'lodz'],
    ['Ærøskøbing', 'aeroskobing'],
    ['مُحَمَّد', 'محمد'],
    ['ガ', 'カ\u3099'],
    ['कि', 'कि'],
    ['\ud800x\udc00', '\ud800x\udc00'],
    ['🎉', '🎉'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same for a text in either case, and for one that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.toUpperCase())).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
      }),
    );
  });

  it('folds code points one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toBe([...text].map(foldPoint).join(''));
      }),
    );
  });
});
