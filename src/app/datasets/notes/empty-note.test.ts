import { describe, expect, it } from 'vitest';
import { emptySearch } from './empty-note.tsx';

describe('emptySearch', () => {
  it.each([
    ['is:unnamed', { unnamed: false }, true],
    ['is:unnamed', { unnamed: true }, undefined],
    ['-is:unnamed', { unnamed: false }, undefined],
    ['is:empty', { unnamed: true }, false],
    ['items:0 shop', { unnamed: true }, false],
    ['items:0..5', { unnamed: true }, undefined],
    ['items:0', { unnamed: false }, undefined],
    ['shop', { unnamed: false }, undefined],
  ])('of %j in a list with %o, unnamed would have to be %s', (q, list, unnamed) => {
    expect(emptySearch({ ownership: 'all', q, ...list }).unnamed).toBe(unnamed);
  });

  it('says whose datasets were looked through', () => {
    expect(emptySearch({ ownership: 'ownedByMe', unnamed: false, q: 'shop' }).text).toMatch(/your own/);
    expect(emptySearch({ ownership: 'sharedWithMe', unnamed: false, q: 'shop' }).text).toMatch(/shared with you/);
  });
});
