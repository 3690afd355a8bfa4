import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StoredValue, storedValue } from './stored-value.ts';

const stored = new Map<string, string>();
const window = new EventTarget();

/** What another tab writes, or clears, and what is told of it here. */
function otherTab(key: string | null, newValue: string | null): void {
  if (key === null) stored.clear();
  else if (newValue !== null) stored.set(key, newValue);
  window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
}

function size(): StoredValue<number> {
  return storedValue({ key: 'size', parse: (text) => Number(text ?? 7) || 7, format: String });
}

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  });
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
});

afterEach(() => vi.unstubAllGlobals());

describe('storedValue', () => {
  it.each([
    ['nothing', undefined, 7],
    ['a value', '12', 12],
    ['nonsense', 'wide', 7],
  ])('reads %s', (_, text, value) => {
    if (text !== undefined) stored.set('size', text);
    expect(size().get()).toBe(value);
  });

  it('writes, tells its listeners, and stops when asked', () => {
    const value = size();
    const listener = vi.fn();
    const stop = value.subscribe(listener);
    value.set(9);
    expect([stored.get('size'), value.get(), listener.mock.calls.length]).toEqual(['9', 9, 1]);
    stop();
    value.set(10);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('follows another tab, and only for its own key', () => {
    const value = size();
    const listener = vi.fn();
    value.subscribe(listener);
    otherTab('size', '30');
    expect(value.get()).toBe(30);
    otherTab('colour', '31');
    expect(value.get()).toBe(30);
    otherTab(null, null);
    expect(value.get()).toBe(7);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('is what another tab has written, also while nobody subscribes', () => {
    const value = size();
    expect(value.get()).toBe(7);
    otherTab('size', '30');
    expect(value.get()).toBe(30);
    value.subscribe(() => {})();
    otherTab('size', '40');
    expect(value.get()).toBe(40);
  });

  it('is what another tab has written before that is told', () => {
    const value = size();
    value.subscribe(() => {});
    value.set(9);
    stored.set('size', '30');
    expect(value.get()).toBe(30);
  });

  it('holds where storage is full, until another tab finds room', () => {
    stored.set('size', '30');
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: full });
    const value = size();
    value.set(11);
    expect(value.get()).toBe(11);
    otherTab('size', '40');
    expect(value.get()).toBe(40);
  });

  it('holds for as long as the page where storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
    const value = size();
    expect(value.get()).toBe(7);
    value.set(11);
    expect(value.get()).toBe(11);
  });

  it('gives the same object until it changes, as React asks of a store', () => {
    const value = storedValue({ key: 'list', parse: () => ({}), format: () => 'set' });
    expect(value.get()).toBe(value.get());
    const given = {};
    value.set(given);
    expect(value.get()).toBe(given);
  });
});
