import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { randomDatasets } from '../testing/random-datasets.ts';
import { answerPage } from './answer-page.ts';
import { answerRows } from './answer-rows.ts';

const asker = { userId: undefined, locales: [] };

describe('some rows of an answer', () => {
  it('are those that its pages have at these places', () => {
    const places = fc.array(fc.nat({ max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(randomDatasets, places, fc.boolean(), fc.constantFrom('', 'a', 'is:named'), (rows, all, desc, q) => {
        const collection = collectionOf(datasetFields, rows);
        const question = { sort: [{ column: 'itemCount', desc } as const], desc, q, ...asker };
        const page = answerPage(collection, { ...question, offset: 0, limit: 1000 }, 0);
        expect(answerRows(collection, { ...question, places: all }, 0)).toEqual(all.map((place) => page.rows[place]));
      }),
    );
  });
});
