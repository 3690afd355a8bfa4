import { expect, it } from 'vitest';
import { createRandom } from '../data/random.ts';
import { radixSort } from './ask-floors.ts';

it.each([1, 2 ** 20, 2 ** 35, 2 ** 45])('sorts numbers below %d', (most) => {
  const random = createRandom(1);
  const values = Float64Array.from({ length: 1000 }, () => 1e12 + Math.floor(random() * most));
  const sorted = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  expect([...radixSort(values)]).toEqual(sorted);
});
