import { expect, it } from 'vitest';
import { datasetFields } from '../../app/datasets/fields.ts';
import { Dictionaries } from './dictionaries.ts';
import { sameStretches } from './join-blocks.ts';
import { readBlock } from './row-block.ts';

const [a, b, c] = ['a', 'b', 'c'].map(() => readBlock(new Array(10).fill({}), new Dictionaries(datasetFields)));
if (a === undefined || b === undefined || c === undefined) throw new Error('There are three blocks.');

it('finds the rows that are still there', () => {
  const before = [
    { block: a, from: 0, to: 10 },
    { block: b, from: 1, to: 10 },
  ];
  expect(sameStretches(before, before)).toEqual([{ from: 0, to: 19, at: 0 }]);
  expect(sameStretches(before, [...before, { block: c, from: 0, to: 3 }])).toEqual([{ from: 0, to: 19, at: 0 }]);
  expect(
    sameStretches(before, [
      { block: a, from: 2, to: 4 },
      { block: c, from: 0, to: 5 },
      { block: b, from: 0, to: 3 },
      { block: b, from: 5, to: 7 },
    ]),
  ).toEqual([
    { from: 2, to: 4, at: 0 },
    { from: 10, to: 12, at: 8 },
    { from: 14, to: 16, at: 10 },
  ]);
  expect(sameStretches([], before)).toEqual([]);
});
