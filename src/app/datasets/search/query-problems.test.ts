import { expect, it } from 'vitest';
import { queryProblems } from './query-problems.ts';

it('tells of what was typed before, and not of what is being typed', () => {
  const q = 'items:x shop colour:red';
  expect(queryProblems(q, q.length).map(({ text }) => text)).toEqual(['items:x']);
  expect(queryProblems(q, 3).map(({ text }) => text)).toEqual(['colour:red']);
  expect(queryProblems(`${q} `, q.length + 1)).toHaveLength(2);
  expect(queryProblems('shop items:>5', 0)).toEqual([]);
});
