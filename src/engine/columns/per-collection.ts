import type { Collection } from './collection.ts';

/** Rows of one collection that are rows of another: `from` to before `to` there stand from `at` on here. */
export interface SameStretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

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

/** A few values by key: the one that was asked for longest ago is dropped when there are too many. */
export class RecentValues<Value> {
  readonly #values = new Map<string, Value>();
  readonly #maxCount: number;

  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  /** The value of `key`, made when it is not here. */
  get(key: string, make: () => Value): Value {
    const value = this.#values.has(key) ? (this.#values.get(key) as Value) : make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#maxCount) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }

  /** The value of `key`, if it is here. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Keys and values, the newest last. */
  entries(): IterableIterator<[string, Value]> {
    return this.#values.entries();
  }
}
