import { expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { sameRows } from './same-rows.ts';

function collection(ids: readonly string[]) {
  return collectionOf(
    datasetFields,
    ids.map((id) => ({ id })),
  );
}

it.each<[string, readonly string[] | undefined, readonly { from: number; to: number }[], number]>([
  ['to the first one that is new', ['a', 'b', 'c'], [{ from: 0, to: 2 }], 2],
  ['none, when the first one is new', ['a', 'b', 'c'], [{ from: 1, to: 3 }], 0],
  ['none, when they have moved', ['gone', 'a', 'b'], [{ from: 0, to: 3 }], 0],
  ['none, when all are new', ['a'], [], 0],
  ['none, without any before', undefined, [], 0],
])('counts %s', (_what, before, asKept, rows) => {
  expect(sameRows(before && collection(before), { ...collection(['a', 'b', 'd']), asKept })).toBe(rows);
});
