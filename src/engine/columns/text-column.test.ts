import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, packTexts, TextColumn, unpackTexts } from './text-column.ts';

const texts = fc.array(fc.option(fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }))), { maxLength: 30 });

function read(column: TextColumn): (string | null)[] {
  return Array.from({ length: column.length }, (_, row) => column.at(row));
}

describe('TextColumn', () => {
  it('has the texts that it is made of, and null beyond them', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const column = TextColumn.of(some);
        expect(read(column)).toEqual(some);
        expect([column.at(-1), column.at(some.length)]).toEqual([null, null]);
        const lengths = Int32Array.from(some, (text) => text?.length ?? -1);
        expect(read(TextColumn.ofLengths(some.join(''), lengths))).toEqual(some);
      }),
    );
  });

  it('joins parts of columns, also of joined ones, and reads them in any order', () => {
    const part = fc.tuple(
      fc.array(fc.option(fc.string()), { minLength: 2, maxLength: 30 }),
      fc.nat(2),
      fc.integer({ min: 1, max: 30 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.nat(60),
        fc.array(fc.nat(60), { minLength: 10 }),
        (parts, cut, rows) => {
          const joined = TextColumn.join(parts.map(([some, from, to]) => ({ column: TextColumn.of(some), from, to })));
          const all = parts.flatMap(([some, from, to]) => some.slice(from, Math.max(from, to)));
          expect(rows.map((row) => joined.at(row))).toEqual(rows.map((row) => all[row] ?? null));
          const again = TextColumn.join([{ column: joined, from: cut, to: all.length }]);
          expect(read(again)).toEqual(all.slice(cut));
        },
      ),
    );
  });
});

const anyTexts = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, '', '\ud800', '\udc00', '東京')),
);

it('packs texts, which come back as they were, and says when they are not whole', () => {
  fc.assert(
    fc.property(anyTexts, fc.nat(), (column, at) => {
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
