import { useSyncExternalStore } from 'react';

/** A preference: one value in `localStorage`, and its only home. */
export interface StoredValue<Value> {
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
  let current: { readonly value: Value } | undefined;
  function get(): Value {
    current ??= { value: parse(readItem(key)) };
    return current.value;
  }
  function notify(): void {
    for (const listener of listeners) listener();
  }
  function onStorage(event: StorageEvent): void {
    // `key` is null when another tab cleared everything.
    if (event.key !== key && event.key !== null) return;
    current = { value: parse(event.key === null ? null : event.newValue) };
    notify();
  }
  return {
    get,
    set(value) {
      current = { value };
      writeItem(key, format(value));
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
