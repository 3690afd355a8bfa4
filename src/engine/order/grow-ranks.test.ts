import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growRanks } from './grow-ranks.ts';
import { naturalOrder, textRanks } from './text-ranks.ts';

const text = fc.constantFrom('', 'a', 'A', 'á', 'item 2', 'item 10', 'Item 2', 'item 02', 'z', 'ß', 'ss', '東京');

it('ranks as if nothing had been ranked before, whatever went, came and moved', () => {
  // Each row is new, or one of those before; of these some are gone.
  const rows = fc.array(fc.record({ text, wasThere: fc.boolean(), isThere: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (some) => {
      const compare = naturalOrder(['de']);
      const before = some.filter(({ wasThere }) => wasThere);
      const now = some.filter(({ isThere, wasThere }) => isThere || !wasThere);
      const stretches = before.flatMap((row, from) => {
        const at = now.indexOf(row);
        return at < 0 ? [] : [{ from, to: from + 1, at }];
      });
      const ranks = textRanks(
        before.map((row) => row.text),
        compare,
      );
      const texts = now.map((row) => row.text);
      expect(growRanks(texts, compare, { ranks, stretches })).toEqual(textRanks(texts, compare));
    }),
    { numRuns: 500 },
  );
});

it('compares few of many', () => {
  const texts = Array.from({ length: 10_000 }, (_, index) => `name ${index}`);
  const compare = naturalOrder([]);
  const ranks = textRanks(texts, compare);
  let compared = 0;
  const counting = (a: string, b: string) => {
    compared += 1;
    return compare(a, b);
  };
  const grown = growRanks([...texts, 'name 77b'], counting, { ranks, stretches: [{ from: 0, to: 10_000, at: 0 }] });
  expect(grown.at(-1)).toBe(78);
  expect(compared).toBeLessThan(40);
});
