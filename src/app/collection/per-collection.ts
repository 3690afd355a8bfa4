import type { Collection } from './collection.ts';

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
