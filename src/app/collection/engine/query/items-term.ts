import type { ItemsBin } from '../facets/items-bins.ts';
import type { Term } from './query-term.ts';

/** The term for a number of items in a range, both ends included; without an upper end when that is infinite. */
export function itemsTerm({ from, to }: ItemsBin): Term {
  const term = { key: 'items', not: false } as const;
  if (to === Number.POSITIVE_INFINITY) return { ...term, range: { op: '>=', value: from } };
  return { ...term, range: from === to ? { op: '=', value: from } : { op: '..', from, to } };
}
