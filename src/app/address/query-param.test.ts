import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readParams, writeParams } from '../../contract/params.ts';
import { queryParam } from './query-param.ts';

it('keeps any text through a URL', () => {
  const codecs = { q: queryParam };
  fc.assert(
    // A URL holds no lone surrogates.
    fc.property(fc.string({ unit: 'grapheme' }), (q) => {
      const search = new URLSearchParams(writeParams(codecs, { q }));
      expect(readParams(codecs, search, () => expect.unreachable())).toEqual({ q });
    }),
  );
});
