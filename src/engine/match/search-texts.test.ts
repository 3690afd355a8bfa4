import { expect, it } from 'vitest';
import { datasetRow } from '../../app/collection/testing/dataset-row.ts';
import { datasetFields } from '../../app/datasets/fields.ts';
import { collectionOf } from '../columns/join-blocks.ts';
import { queryCollection } from '../order/query-collection.ts';
import { expectSearch } from './search-texts.ts';

it('reads the texts before the search, and no text for it any more', () => {
  const rows = collectionOf(datasetFields, [datasetRow(1), datasetRow(2)]);
  let reads = 0;
  const name = new Proxy([...rows.columns.name], {
    get(names, key) {
      reads += 1;
      return Reflect.get(names, key);
    },
  });
  const collection = { ...rows, columns: { ...rows.columns, name } };
  expectSearch(collection);
  const readsBefore = reads;
  expect(readsBefore).toBeGreaterThan(0);
  expect(queryCollection(collection, { search: 'd', limit: 0 }).matching).toBe(2);
  expect(reads).toBe(readsBefore);
});
