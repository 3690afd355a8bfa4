import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatchingOrder } from './matching-order.ts';

describe('MatchingOrder', () => {
  it('gives pages of the rows that match, in order, whichever are asked for first', () => {
    const rows = fc.array(fc.nat(), { maxLength: 40 });
    const pages = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat(2)), pages, (keys, some, asked) => {
        const sorted = Uint32Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const states = Uint8Array.from(keys, () => some.next().value ?? 0);
        const wanted = [...sorted].filter((row) => states[row] === 0);
        const order = new MatchingOrder(sorted, { states, count: wanted.length });
        for (const [offset, limit] of asked) {
          expect([...order.page(offset, limit)]).toEqual(wanted.slice(offset, offset + limit));
        }
        expect([...order.all()]).toEqual(wanted);
        expect(order.length).toBe(wanted.length);
      }),
    );
  });

  it('looks at no more rows than the page needs', () => {
    const states = new Uint8Array(1000);
    const order = new MatchingOrder(Uint32Array.from(states.keys()), { states, count: 1000 });
    order.page(0, 10);
    // None that is looked at later matches any more.
    states.fill(1);
    expect(order.page(0, 20)[9]).toBe(9);
    expect(order.all()[10]).toBe(0);
  });

  it('has all rows where nothing is left out', () => {
    const order = new MatchingOrder(Uint32Array.of(2, 0, 1));
    expect([...order.page(1, 5)]).toEqual([0, 1]);
    expect([...order.all()]).toEqual([2, 0, 1]);
  });
});
