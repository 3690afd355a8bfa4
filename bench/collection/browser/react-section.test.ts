import { expect, it } from 'vitest';
import { isMet } from '../../section.ts';
import { reactSection } from './react-section.ts';

const reactions = {
  loadedMs: 9000,
  longTasksMs: [],
  nameFirstMs: 1500,
  sorts: new Map([
    ['Items', [90, 95]],
    ['Created', [300]],
    ['Name', [40, 140]],
  ]),
  letters: [10, 20, 30],
};

it('judges by what 95 % do not exceed, and each header that there is an aim for', () => {
  const { aims, tables } = reactSection(reactions, { datasets: 1000, rounds: 2, restMs: 200 });
  expect(aims.map((aim) => [aim.value, isMet(aim)])).toEqual([
    [29, true],
    [94.75, true],
    [135, false],
    [0, true],
  ]);
  expect(tables[0]?.rows.map(([gesture]) => gesture)).toEqual([
    'click on "Items"',
    'click on "Created"',
    'click on "Name"',
    'letter',
  ]);
});

it('does not call a long task met', () => {
  const { aims } = reactSection({ ...reactions, longTasksMs: [51, 120] }, { datasets: 1000, rounds: 2, restMs: 200 });
  expect(aims.at(-1)).toMatchObject({ value: 120, figure: '120 ms' });
});
