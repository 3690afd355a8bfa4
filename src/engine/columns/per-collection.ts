import type { Collection } from './collection.ts';
import type { SameStretch } from './same-stretches.ts';

/**
 * What is worked out of a collection once, when it is first asked for, and kept as long as the collection is: a collection never
 * changes.
 */
export function perCollection<Value>(make: (collection: Collection) => Value): (collection: Collection) => Value {
  const kept = new WeakMap<Collection, { readonly value: Value }>();
  return (collection) => {
    let entry = kept.get(collection);
    if (entry === undefined) {
      entry = { value: make(collection) };
      kept.set(collection, entry);
    }
    return entry.value;
  };
}

/** What was worked out of the rows that a collection has from one before. */
export interface Carried<Seed> {
  readonly seed: Seed;
  readonly stretches: readonly SameStretch[];
}

/** How the values of a growing collection are worked out. */
interface Growing<Value, Seed> {
  readonly make: (collection: Collection, carried: Carried<Seed> | undefined) => Value;
  /** What of a value is worth carrying over, without the collection itself; `undefined` for nothing. */
  readonly seedOf: (value: Value) => Seed | undefined;
}

const carriers: ((before: Collection, after: Collection, stretches: readonly SameStretch[]) => void)[] = [];

/** Like `perCollection`, for what costs so much that a collection begins with what was worked out of the one that it grew from. */
export function perGrowingCollection<Value, Seed>({
  make,
  seedOf,
}: Growing<Value, Seed>): (collection: Collection) => Value {
  const made = new WeakMap<Collection, Value>();
  const carried = new WeakMap<Collection, Carried<Seed>>();
  const grownValue = perCollection((collection) => {
    const value = make(collection, carried.get(collection));
    carried.delete(collection);
    made.set(collection, value);
    return value;
  });
  carriers.push((before, after, stretches) => {
    const value = made.get(before);
    const seed = value && seedOf(value);
    if (seed !== undefined) carried.set(after, { seed, stretches });
  });
  return grownValue;
}

/** Says that a collection has rows of one before: what was worked out of them by now is not worked out again. */
export function carryOver(before: Collection, after: Collection, stretches: readonly SameStretch[]): void {
  if (stretches.length > 0) for (const carry of carriers) carry(before, after, stretches);
}
