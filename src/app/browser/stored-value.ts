import { useSyncExternalStore } from 'react';

/** A preference: one value in `localStorage`, and its only home. */
export interface StoredValue<Value> {
  /** What is stored now, by whichever tab: the same object until that changes. */
  readonly get: () => Value;
  /** Writes the value; where storage is full or forbidden it still holds until the page is left. */
  readonly set: (value: Value) => void;
  /** Calls `listener` after each change, in this tab or another; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is full or forbidden. The value lives on in memory, which is all that can be done.
  }
}

/** A preference under `key`. `parse` gets what is stored, or `null`, and must make something usable of any text. */
export function storedValue<Value>(options: {
  readonly key: string;
  readonly parse: (text: string | null) => Value;
  readonly format: (value: Value) => string;
}): StoredValue<Value> {
  const { key, parse, format } = options;
  const listeners = new Set<() => void>();
  let current: { readonly value: Value; readonly text: string | null } | undefined;
  function get(): Value {
    const text = readItem(key);
    if (current?.text !== text) current = { value: parse(text), text };
    return current.value;
  }
  function notify(): void {
    for (const listener of listeners) listener();
  }
  function onStorage(event: StorageEvent): void {
    // `key` is null when another tab cleared everything.
    if (event.key === key || event.key === null) notify();
  }
  return {
    get,
    set(value) {
      writeItem(key, format(value));
      // What could not be written holds until another tab writes.
      current = { value, text: readItem(key) };
      notify();
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', onStorage);
      };
    },
  };
}

/** The value of a preference, and a new one whenever it changes. */
export function useStoredValue<Value>(stored: StoredValue<Value>): Value {
  return useSyncExternalStore(stored.subscribe, stored.get, stored.get);
}
