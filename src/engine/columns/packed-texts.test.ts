import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWhole, packTexts, unpackTexts } from './packed-texts.ts';

const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, '', '\ud800', '\udc00', '東京')));

it('comes back as it was, and says when it is not whole', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (column, at) => {
      const from = Math.min(at, column.length);
      const packed = packTexts((row) => column[row] ?? null, from, column.length);
      const back: (string | null)[] = [];
      expect(unpackTexts(packed, back, 0)).toBe(true);
      expect(isWhole(packed)).toBe(true);
      expect(isWhole({ ...packed, text: `${packed.text}x` })).toBe(false);
      expect(back).toEqual(column.slice(from));
      expect(unpackTexts({ ...packed, text: `${packed.text}x` }, back, 0)).toBe(false);
    }),
  );
});
