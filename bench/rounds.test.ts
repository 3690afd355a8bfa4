import { expect, it } from 'vitest';
import { measureInRounds } from './rounds.ts';

it('measures in turns, there and back', async () => {
  const order: string[] = [];
  const results = await measureInRounds(['a', 'b', 'c'], {
    rounds: 3,
    measure: async (one) => order.push(one),
  });
  expect(order.join('')).toBe('abccbaabc');
  expect([...results]).toEqual([
    ['a', [1, 6, 7]],
    ['b', [2, 5, 8]],
    ['c', [3, 4, 9]],
  ]);
});
