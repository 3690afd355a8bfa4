import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idRanks } from './id-ranks.ts';
import { missingKey } from './key-bits.ts';

function naiveRanks(texts: readonly string[]): number[] {
  const different = [...new Set(texts)].filter((text) => text !== '').sort();
  return texts.map((text) => (text === '' ? missingKey : different.indexOf(text)));
}

describe('idRanks', () => {
  it('ranks by UTF-16 units, ids and any other text', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', '0', '\x7f', '~'), maxLength: 18 });
    const other = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 30, maxLength: 40 }));
    fc.assert(
      fc.property(fc.oneof(fc.array(id), fc.array(fc.oneof(id, other))), (texts) => {
        expect([...idRanks(texts)]).toEqual(naiveRanks(texts));
      }),
    );
  });
});
