import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetQuery } from '../../app/datasets/dataset-query.ts';
import { datasetFields } from '../../app/datasets/fields.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { facetsOf } from '../facets/facets-of.ts';
import { parseQuery } from './parse-query.ts';
import { querySuggestions } from './query-suggestions.ts';

const time = '2026-01-01T00:00:00.000Z';
const times = { createdAt: time, modifiedAt: time, accessedAt: time };
const rows = ['ada', 'ada', 'Élodie', 'Bob L', 'ada', 'oscar'].map((username, index) => ({
  ...{ id: `id${index}`, name: index === 0 ? null : `n${index}`, userId: `user-${username}`, username, ...times },
  ...{ itemCount: 1, cleanItemCount: 1, actId: index < 2 ? 'actA' : null, actRunId: null },
}));
const facets = facetsOf(collectionOf(datasetFields, rows), { reader: { nowMs: 0, userId: 'user-oscar' } });

/** `|` is the caret. */
function suggested(text: string): string[] {
  const caret = text.indexOf('|');
  return querySuggestions(text.replace('|', ''), { caret, facets, language: datasetQuery }).map(({ insert }) => insert);
}

describe('querySuggestions', () => {
  it.each([
    [
      'shop |',
      [
        'is:',
        'name:',
        'id:',
        'owner:',
        'actor:',
        'run:',
        'access:',
        'items:',
        'clean:',
        'created:',
        'modified:',
        'accessed:',
      ],
    ],
    ['a|', ['actor:', 'access:', 'accessed:', 'owner:ada']],
    ['un|', ['is:unnamed']],
    ['-i|', ['-is:', '-id:', '-items:']],
    ['is:|', ['is:named', 'is:unnamed', 'is:empty', 'is:filled', 'is:clean', 'is:dirty']],
    ['is:named|', ['is:named', 'is:unnamed']],
    ['x OWNER:e| y', ['owner:Élodie', 'owner:me']],
    ['owner:"b|', ['owner:"Bob L"']],
    ['-owner:ad|', ['-owner:ada']],
    ['actor:|', ['actor:actA']],
    ['created:<|', ['created:<7d', 'created:<30d', 'created:<1y']],
    ['items:|', ['items:0', 'items:>0', 'items:>1000', 'items:10..100']],
    ['name:|', []],
    ['zzz|', []],
  ])('offers for %j %j', (text, expected) => {
    expect(suggested(text)).toEqual(expected);
  });

  it('replaces the part that the caret is in, and says how many rows it would leave', () => {
    expect(querySuggestions('shop is:unn x', { caret: 9, facets, language: datasetQuery })).toEqual([
      { insert: 'is:unnamed', start: 5, end: 11, count: 1, hint: undefined, isWhole: true },
    ]);
    expect(querySuggestions('owner:ada', { caret: 9, facets, language: datasetQuery })[0]).toMatchObject({ count: 3 });
  });

  it('offers only what can be read, wherever the caret is', () => {
    const pieces = fc.constantFrom('is:', 'o', 'owner:', '"', 'e', ' ', '-', 'created:', 'items:', '<', '\\');
    fc.assert(
      fc.property(
        fc.array(pieces).map((some) => some.join('')),
        fc.nat(20),
        (text, at) => {
          const caret = Math.min(at, text.length);
          for (const { insert, start, end, isWhole } of querySuggestions(text, {
            caret,
            facets,
            language: datasetQuery,
          })) {
            expect([start <= caret, caret <= end]).toEqual([true, true]);
            if (isWhole)
              expect(parseQuery(insert, datasetQuery).parts.map(({ problem }) => problem)).toEqual([undefined]);
          }
        },
      ),
    );
  });
});
