import { expect, it } from 'vitest';
import { formatTerm } from './format-query.ts';
import { itemsTerm } from './items-term.ts';

it.each([
  [{ from: 0, to: 0 }, 'items:0'],
  [{ from: 10, to: 49 }, 'items:10..49'],
  [{ from: 0, to: 4 }, 'items:0..4'],
  [{ from: 500, to: Number.POSITIVE_INFINITY }, 'items:>=500'],
])('the range %o is %s', (range, text) => {
  expect(formatTerm(itemsTerm(range))).toBe(text);
});
