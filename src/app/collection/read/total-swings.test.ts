import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TotalSwings } from './total-swings.ts';

function swingsOf(totals: readonly number[]): TotalSwings {
  const swings = new TotalSwings();
  for (const total of totals) swings.add(total);
  return swings;
}

const turns = (length: number, ...totals: number[]) =>
  Array.from({ length }, (_, at) => totals[at % totals.length] ?? 0);

it.each([
  ['two totals by turns', turns(13, 2500, 3000), true],
  ['two totals in twos', turns(26, 90, 90, 120, 120), true],
  ['a few times only', turns(8, 2500, 3000), false],
  ['one more and one less', turns(1000, 2500, 2501), false],
  ['less than one in a hundred', turns(1000, 100_000, 100_900), false],
  ['one total', turns(1000, 7), false],
  ['none', [], false],
])('%s', (_, totals, areTooMany) => {
  expect(swingsOf(totals).areTooMany).toBe(areTooMany);
});

it('says between which totals', () => {
  expect(swingsOf([...turns(20, 2500, 3000), 3003]).range).toBe('2500–3000');
});

it('never takes a list that only grows, or only shrinks, for one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), fc.boolean(), (totals, grows) => {
      const sorted = totals.toSorted((a, b) => (grows ? a - b : b - a));
      expect(swingsOf(sorted).areTooMany).toBe(false);
    }),
  );
});
