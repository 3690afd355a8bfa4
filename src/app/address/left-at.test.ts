import { describe, expect, it } from 'vitest';
import type { TextStorage } from '../browser/browser-storage.ts';
import { createLeftAt } from './left-at.ts';

function memory(): TextStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const left = { key: 'a1-b2', page: '/datasets?desc=1' };
const sameEntry = { ...left, isReload: true };

describe('where an entry was left', () => {
  it.each(['?desc=1#row=23.41', '?offset=7', ''])('tells the next document of the same entry %j, once', (to) => {
    const leftAt = createLeftAt(memory());
    leftAt.keep({ ...left, to });
    expect(leftAt.take(sameEntry)).toBe(to);
    expect(leftAt.take(sameEntry)).toBeUndefined();
  });

  it.each([
    ['another entry of the same page', { key: 'a1' }, undefined],
    ['a new entry of the same page', { key: undefined, isReload: false }, undefined],
    ['a reloaded page that has lost its state', { key: undefined }, '#row=5'],
    ['another page, reloaded, without a state', { key: undefined, page: '/datasets' }, undefined],
  ])('tells %s', (_, found, told) => {
    const leftAt = createLeftAt(memory());
    leftAt.keep({ ...left, to: '#row=5' });
    expect(leftAt.take({ ...sameEntry, ...found })).toBe(told);
  });

  it('tells nothing where nothing was kept', () => {
    expect(createLeftAt(memory()).take({ ...sameEntry, key: undefined, page: '' })).toBeUndefined();
  });

  it('keeps nothing where the browser stores nothing', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const leftAt = createLeftAt({ getItem: refuse, setItem: refuse, removeItem: refuse });
    leftAt.keep({ ...left, to: '#row=5' });
    expect(leftAt.take(sameEntry)).toBeUndefined();
  });
});
