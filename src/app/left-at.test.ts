import { describe, expect, it } from 'vitest';
import type { TextStorage } from './api/browser-storage.ts';
import { createLeftAt } from './left-at.ts';

function memory(): TextStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

describe('where an entry was left', () => {
  it.each(['#row=23.41', ''])('tells the next document of the same entry %j, once', (fragment) => {
    const leftAt = createLeftAt(memory());
    leftAt.keep('a1-b2', fragment);
    expect(leftAt.take('a1-b2')).toBe(fragment);
    expect(leftAt.take('a1-b2')).toBeUndefined();
  });

  it.each(['a1', undefined])('tells the entry %j nothing of another one', (key) => {
    const leftAt = createLeftAt(memory());
    leftAt.keep('a1-b2', '#row=5');
    expect(leftAt.take(key)).toBeUndefined();
  });

  it('keeps nothing where the browser stores nothing', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const leftAt = createLeftAt({ getItem: refuse, setItem: refuse, removeItem: refuse });
    leftAt.keep('a1-b2', '#row=5');
    expect(leftAt.take('a1-b2')).toBeUndefined();
  });
});
