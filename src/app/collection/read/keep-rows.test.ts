import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from './keep-rows.ts';

describe('a table of ids', () => {
  it('knows each id that came, as a set does', () => {
    const ids = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 6 }), { maxLength: 300 });
    fc.assert(
      fc.property(ids, fc.nat(200), (added, expected) => {
        const table = new IdTable(expected);
        const set = new Set<string>();
        for (const id of added) {
          expect(table.add(id)).toBe(!set.has(id));
          set.add(id);
        }
      }),
    );
  });
});
